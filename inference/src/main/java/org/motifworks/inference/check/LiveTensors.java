package org.motifworks.inference.check;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Bytes a sequence takes at each point of the computation: of what is made and will still be read,
 * by the last node that reads it.
 */
final class LiveTensors {
  private final Map<Integer, List<String>> lastReads = new HashMap<>();
  private final Map<String, Long> bytes = new HashMap<>();
  private long now;
  private long peak;

  LiveTensors(GraphProto graph) {
    Map<String, Integer> last = new HashMap<>();
    for (int i = 0; i < graph.getNodeCount(); i++) {
      NodeProto node = graph.getNode(i);
      for (String output : node.getOutputList()) last.put(output, i); // if nobody reads it
      for (String input : node.getInputList()) last.put(input, i);
    }
    graph.getOutputList().forEach(output -> last.remove(output.getName()));
    last.forEach(
        (name, node) -> lastReads.computeIfAbsent(node, missing -> new ArrayList<>()).add(name));
  }

  void made(String name, long size) {
    bytes.put(name, size);
    now = Math.addExact(now, size);
    peak = Math.max(peak, now);
  }

  /** Forgets what nobody reads after this node. */
  void read(int node) {
    for (String name : lastReads.getOrDefault(node, List.of())) {
      Long size = bytes.remove(name);
      if (size != null) now -= size;
    }
  }

  long now() {
    return now;
  }

  long peak() {
    return peak;
  }
}
