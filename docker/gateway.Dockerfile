# Build first (./mvnw package -DskipTests), then from the project's root: docker build -f docker/gateway.Dockerfile -t motifworks/gateway .
FROM eclipse-temurin:17-jre
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin motifworks
WORKDIR /app
# Libraries change seldom, our own classes often: in this order the big layers stay in the cache.
COPY --chown=root:root gateway/target/quarkus-app/lib/ lib/
COPY --chown=root:root gateway/target/quarkus-app/quarkus-run.jar ./
COPY --chown=root:root gateway/target/quarkus-app/quarkus/ quarkus/
COPY --chown=root:root gateway/target/quarkus-app/app/ app/
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError"
# The service's classes, laid out for this very JVM to map when it starts. It starts without them too, only later.
RUN java -XX:DumpLoadedClassList=/tmp/classes -Dquarkus.appcds.generate=true -jar quarkus-run.jar \
    && java -Xshare:dump -XX:SharedClassListFile=/tmp/classes -XX:SharedArchiveFile=classes.jsa -cp quarkus-run.jar \
    && rm /tmp/classes
USER 10001
EXPOSE 8080
ENTRYPOINT ["java", "-XX:SharedArchiveFile=classes.jsa", "-Xlog:cds=off", "-jar", "quarkus-run.jar"]
