# Build first (./mvnw package -DskipTests), then from the project's root: docker build -f docker/gateway.Dockerfile -t motifworks/gateway .
FROM eclipse-temurin:17-jre
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin motifworks
WORKDIR /app
# Libraries change seldom, our own classes often: in this order the big layers stay in the cache.
COPY --chown=root:root gateway/target/quarkus-app/lib/ lib/
COPY --chown=root:root gateway/target/quarkus-app/quarkus-run.jar ./
COPY --chown=root:root gateway/target/quarkus-app/quarkus/ quarkus/
COPY --chown=root:root gateway/target/quarkus-app/app/ app/
USER 10001
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError"
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "quarkus-run.jar"]
