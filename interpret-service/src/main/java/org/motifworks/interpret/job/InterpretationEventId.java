package org.motifworks.interpret.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.motifworks.contracts.event.Fact;
import org.motifworks.contracts.event.FactType;
import org.motifworks.contracts.event.ModelTrained;

/** Ids of events that are told again as themselves: derived from what they are about. */
final class InterpretationEventId {
  private InterpretationEventId() {}

  /** 32 hex digits that follow from the model, the settings and the kind of outcome. */
  static String of(ModelTrained trained, String settingsDigest, Fact outcome) {
    String identity =
        String.join(
            "\n",
            trained.subject(),
            trained.ref().manifestSha256(),
            settingsDigest,
            FactType.of(outcome).cloudEventType());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java", e);
    }
  }
}
