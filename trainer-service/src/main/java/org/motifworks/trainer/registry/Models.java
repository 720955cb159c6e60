package org.motifworks.trainer.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.event.InterpretationFailed;
import org.motifworks.contracts.event.InterpretationReady;
import org.motifworks.contracts.json.Json;
import org.motifworks.contracts.model.ImportedModel;
import org.motifworks.contracts.model.ModelDescription;
import org.motifworks.contracts.model.TestMetrics;
import org.motifworks.kit.page.Page;
import org.motifworks.kit.problem.Problem;
import org.motifworks.trainer.dataset.DatasetName;
import org.motifworks.trainer.dataset.KnownDatasets;

/** Registers the models runs end in, and what interpret-service finds out about them. */
@ApplicationScoped
public class Models {

  private static final Logger LOG = Logger.getLogger(Models.class);

  private final KnownDatasets datasets;
  private final ModelNames names;

  Models(KnownDatasets datasets, ModelNames names) {
    this.datasets = datasets;
    this.names = names;
  }

  /** Registers a model; part of the transaction that ends its run. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void register(
      String runId, String datasetId, ArtifactRef ref, ModelDescription description) {
    ModelEntity model = new ModelEntity();
    model.id = runId;
    model.datasetId = datasetId;
    model.refKey = ref.key();
    model.manifestSha256 = ref.manifestSha256();
    model.description = write(description);
    model.interpretation = write(InterpretationView.AWAITED);
    model.createdAt = Instant.now();
    model.persist();
  }

  /** Registers a model that was made elsewhere; part of the transaction that gives it a name. */
  @Transactional(Transactional.TxType.MANDATORY)
  public ModelView register(
      String id, ArtifactRef ref, ImportedModel description, ImportOrigin origin) {
    ModelEntity model = new ModelEntity();
    model.id = id;
    model.refKey = ref.key();
    model.manifestSha256 = ref.manifestSha256();
    model.description = write(description);
    model.imported = write(origin);
    model.interpretation = write(InterpretationView.OF_AN_IMPORTED_MODEL);
    model.createdAt = Instant.now();
    model.persistAndFlush(); // its versions refer to it in plain SQL
    return view(model);
  }

  @Transactional
  public void learn(InterpretationReady fact) {
    learn(
        fact.subject(),
        fact.version(),
        new InterpretationView(
            InterpretationView.State.READY,
            fact.ref(),
            fact.jasparMatchPercent(),
            boxed(fact.relevantMatchPercent()),
            fact.deadFilters(),
            boxed(fact.saliencyAuRoc()),
            null,
            null));
  }

  @Transactional
  public void learn(InterpretationFailed fact) {
    learn(
        fact.subject(),
        fact.version(),
        new InterpretationView(
            InterpretationView.State.FAILED,
            null,
            null,
            null,
            null,
            null,
            fact.code(),
            fact.detail()));
  }

  @Transactional
  public Optional<ModelView> find(String id) {
    return Optional.ofNullable(ModelEntity.<ModelEntity>findById(id)).map(this::view);
  }

  /**
   * A model that must be there.
   *
   * @param ref its id, {@code series@alias} or {@code series@version}
   * @throws Problem {@code model.unknown} (404)
   */
  @Transactional
  public ModelView named(String ref) {
    return find(ref)
        .or(() -> names.resolve(ref).flatMap(r -> find(r.id()).map(m -> m.named(r.name()))))
        .orElseThrow(
            () ->
                new Problem(
                    404,
                    "model.unknown",
                    "A model that is not here",
                    "There is no model '" + ref + "'.",
                    "List the models: GET /v1/models; GET /v1/series/{name} lists aliases. A run has its model once it has SUCCEEDED."));
  }

  @Transactional
  public Map<String, ModelView> byId(Collection<String> ids) {
    return ModelEntity.<ModelEntity>list("id in ?1", ids).stream()
        .map(this::view)
        .collect(Collectors.toMap(ModelView::id, Function.identity()));
  }

  /** Newest first. */
  @Transactional
  public Page<ModelView> list(Optional<String> before, int limit) {
    List<ModelEntity> oneMore =
        ModelEntity.<ModelEntity>find(
                "?1 is null or id < ?1", Sort.descending("id"), before.orElse(null))
            .range(0, limit)
            .list();
    return Page.of(oneMore, limit, (ModelEntity model) -> model.id).map(this::view);
  }

  /** From now on no alias may be given to it; its bytes and figures stay. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void retire(String id) {
    ModelEntity model = ModelEntity.findById(id);
    if (model.retiredAt == null) model.retiredAt = Instant.now();
  }

  private static void learn(String id, long version, InterpretationView interpretation) {
    ModelEntity model = ModelEntity.findById(id);
    if (model == null) {
      // Possible only after this service's database was set back: the model is not this one's any
      // more.
      LOG.warnf("model %s was interpreted but is not registered here", id);
      return;
    }
    if (version <= model.interpretationVersion) return;
    model.interpretation = write(interpretation);
    model.interpretationVersion = version;
  }

  private ModelView view(ModelEntity model) {
    return model.imported == null ? trained(model) : imported(model);
  }

  private static ModelView imported(ModelEntity model) {
    ImportedModel description = read(model.description, ImportedModel.class);
    return new ModelView(
        model.id,
        null,
        null,
        new ArtifactRef(model.refKey, model.manifestSha256),
        description.classes(),
        description.window(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        read(model.interpretation, InterpretationView.class),
        read(model.imported, ImportOrigin.class),
        model.createdAt,
        model.retiredAt,
        model.deletedAt,
        null);
  }

  private ModelView trained(ModelEntity model) {
    ModelDescription description = read(model.description, ModelDescription.class);
    TestMetrics test = description.test();
    return new ModelView(
        model.id,
        description.architecture().name(),
        DatasetName.of(datasets.find(model.datasetId).orElseThrow()),
        new ArtifactRef(model.refKey, model.manifestSha256),
        description.classes(),
        description.window(),
        description.parameters(),
        description.provenance().seed(),
        test.auRocMean(),
        test.auRocSd(),
        test.auPrMean(),
        test.auPrSd(),
        test.classes(),
        description.epochs(),
        description.bestEpoch(),
        description.exportCheck().largestLogitDifference(),
        read(model.interpretation, InterpretationView.class),
        null,
        model.createdAt,
        model.retiredAt,
        model.deletedAt,
        null);
  }

  private static Double boxed(java.util.OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static String write(Object value) {
    try {
      return Json.mapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a model's description is always JSON", e);
    }
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return Json.mapper().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "a model's row holds no " + type.getSimpleName() + ": " + json, e);
    }
  }
}
