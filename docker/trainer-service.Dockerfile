# Build first (./mvnw package -DskipTests), then from the project's root: docker build -f docker/trainer-service.Dockerfile -t motifworks/trainer-service .
# For a GPU build with -Pcu118 or -Pcu124: the native libraries come with the worker's jars.
FROM eclipse-temurin:17-jre
# LibTorch needs the OpenMP runtime.
RUN apt-get update && apt-get install -y --no-install-recommends libgomp1 && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin motifworks \
    && install -d -o 10001 /var/lib/motifworks/worker
WORKDIR /app
# The training worker is a JVM of its own, started by the service for each attempt.
COPY --chown=root:root training-worker/target/lib/ worker/
COPY --chown=root:root trainer-service/target/quarkus-app/lib/ lib/
COPY --chown=root:root trainer-service/target/quarkus-app/quarkus-run.jar ./
COPY --chown=root:root trainer-service/target/quarkus-app/quarkus/ quarkus/
COPY --chown=root:root trainer-service/target/quarkus-app/app/ app/
USER 10001
# The control plane is small; most of the container's memory belongs to the workers.
ENV JAVA_TOOL_OPTIONS="-XX:+ExitOnOutOfMemoryError" \
    MOTIFWORKS_WORKER_CLASSPATH=/app/worker \
    MOTIFWORKS_WORKER_FOLDER=/var/lib/motifworks/worker
EXPOSE 8080
ENTRYPOINT ["java", "-Xmx256m", "-jar", "quarkus-run.jar"]
