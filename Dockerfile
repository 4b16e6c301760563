# One image for each service, and one for the identity provider:
#   docker build --build-arg SERVICE=vote-service --tag tool-verdicts/vote-service .
#   docker build --build-arg SERVICE=identity-provider --build-arg FOLDER=platform/identity-provider --target identity \
#     --tag tool-verdicts/identity .
# They take what compose/prepare has packaged: a build in here would fetch every library again, for each image.

# Of all stages. A cache of loaded classes is refused by another build of the JVM, other options and another folder.
FROM eclipse-temurin:25-jre AS base
ENV SERVER_PORT=8080 HEALTH=/actuator/health/readiness
WORKDIR /app
COPY compose/java.options compose/health ./
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=8s --start-period=90s --retries=6 CMD ["/app/health"]

FROM base AS unpacked
ARG SERVICE
ARG FOLDER=${SERVICE}
WORKDIR /unpacked
# The pom is always there and a folder that is a pattern need not be, so that a jar that is missing is told in words.
COPY ${FOLDER}/pom.xml ${FOLDER}/*/${SERVICE}-[0-9]*.jar ./
COPY ${FOLDER}/pom.xml ${FOLDER}/*/classes/META-INF/sbom/application.cdx.json ./sbom/
RUN mv ./*.jar service.jar 2>/dev/null && [ -f sbom/application.cdx.json ] || \
    { echo "There is no jar of $SERVICE here: run compose/prepare first." >&2; exit 1; }
RUN java -Djarmode=tools -jar service.jar extract --layers --destination layers

# With nothing around it: no database, no log, no keys. As platform/local-stack does it (ServicePackage).
FROM base AS trained
COPY --from=unpacked /unpacked/layers/dependencies/ ./
COPY --from=unpacked /unpacked/layers/spring-boot-loader/ ./
COPY --from=unpacked /unpacked/layers/snapshot-dependencies/ ./
COPY --from=unpacked /unpacked/layers/application/ ./
RUN SPRING_FLYWAY_ENABLED=false \
    SPRING_KAFKA_PROPERTIES_RECONNECT_BACKOFF_MS=60000 \
    SPRING_KAFKA_PROPERTIES_RECONNECT_BACKOFF_MAX_MS=60000 \
    SPRING_KAFKA_ADMIN_AUTO_CREATE=false \
    SPRING_DATASOURCE_HIKARI_INITIALIZATION_FAIL_TIMEOUT=-1 \
    SPRING_DATASOURCE_PASSWORD=none \
    SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI=http://127.0.0.1:9/jwks.json \
    SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI=http://127.0.0.1:9 \
    VOTE_SECRET=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= \
    NEWSLETTER_TOKEN_KEY=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= \
    IDENTITY_PASSWORD=none \
    IDENTITY_CLIENT_SECRET=none \
    java @/app/java.options -XX:AOTCacheOutput=/app/service.aot -Dspring.context.exit=onRefresh -jar /app/service.jar

FROM base AS runnable
COPY --from=unpacked /unpacked/layers/dependencies/ ./
COPY --from=unpacked /unpacked/layers/spring-boot-loader/ ./
COPY --from=unpacked /unpacked/layers/snapshot-dependencies/ ./
COPY --from=unpacked /unpacked/layers/application/ ./
COPY --from=trained /app/service.aot ./
# What the jar is made of, where whoever looks at an image finds it without taking the jar apart.
COPY --from=unpacked /unpacked/sbom/application.cdx.json ./sbom/
LABEL dev.toolverdicts.sbom=/app/sbom/application.cdx.json
USER 10001:10001
ENTRYPOINT ["java", "@/app/java.options", "-XX:AOTCache=/app/service.aot", "-jar", "/app/service.jar"]

# With what `./start` itself does: print tokens, and load the samples. In a folder of its own, or the cache would be refused.
FROM runnable AS identity
ENV HEALTH=/.well-known/jwks.json
USER root
COPY platform/local-stack/pom.xml platform/local-stack/*/local-stack.jar ./tools/
COPY platform/local-stack/pom.xml platform/local-stack/*/lib/*.jar ./tools/lib/
RUN [ -f tools/local-stack.jar ] || { echo "There is no jar of platform/local-stack here: run compose/prepare first." >&2; exit 1; }; \
    mkdir /data && chown 10001:10001 /data
USER 10001:10001

FROM runnable AS service
# Whose the volume of lists is, when it is new.
USER root
RUN mkdir /erasures && chown 10001:10001 /erasures
USER 10001:10001
