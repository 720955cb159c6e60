package org.motifworks.interpret.job;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Knows whether this replica has joined the group that shares the work. */
@ApplicationScoped
@Identifier("runs")
public class ConsumerGroup implements KafkaConsumerRebalanceListener {
  private volatile boolean joined;

  /** Whether partitions were dealt out since the start, even if this replica got none. */
  public boolean joined() {
    return joined;
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    joined = true;
  }

  @Override
  public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    joined = false;
  }
}
