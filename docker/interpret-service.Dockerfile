# Build first (./mvnw package -DskipTests), then from the project's root: docker build -f docker/interpret-service.Dockerfile -t motifworks/interpret-service .
FROM eclipse-temurin:17-jre
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin motifworks
WORKDIR /app
# Libraries change seldom, our own classes often: in this order the big layers stay in the cache.
COPY --chown=root:root interpret-service/target/quarkus-app/lib/ lib/
COPY --chown=root:root interpret-service/target/quarkus-app/quarkus-run.jar ./
COPY --chown=root:root interpret-service/target/quarkus-app/quarkus/ quarkus/
COPY --chown=root:root interpret-service/target/quarkus-app/app/ app/
# Scans are several times slower without this module: a JRE that lacks it fails the build here, not the start.
RUN java --add-modules jdk.incubator.vector -version
USER 10001
# G1 with regions of 1 MB lets the tables of scans begin with a cache line; the other two keep the heap small: "Memory" in docs/performance.md.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError -XX:+UseG1GC -XX:G1HeapRegionSize=1m -XX:GCTimeRatio=4 -XX:MaxHeapFreeRatio=50 --add-modules=jdk.incubator.vector"
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "quarkus-run.jar"]
