# The same steps as `npm ci && npm start`, with the build done when the image is made. For amd64 and arm64: nothing in here names
# one of them, and the packages that have binaries bring both.
FROM node:22-bookworm-slim AS build
WORKDIR /suncode
COPY package.json package-lock.json .npmrc ./
COPY scripts/cli/package.json scripts/cli/
RUN npm ci
COPY . .
RUN npx tsx --tsconfig scripts/tsconfig.json scripts/build-once.ts && npm prune --omit=dev && rm -rf .next/cache

FROM node:22-bookworm-slim
# TMPDIR: the root may be read-only, and large exports need room that memory does not have.
ENV NODE_ENV=production DATA_DIR=/data TMPDIR=/data TZ=Asia/Shanghai TSX_TSCONFIG_PATH=scripts/tsconfig.json
WORKDIR /suncode
# Root's, so that the process cannot change its own program.
COPY --from=build /suncode ./
RUN mkdir /data /backups && chown node:node /data /backups
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=30s CMD ["node", "-e", "fetch(`http://localhost:${process.env.PORT ?? 3000}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: the process itself gets the signal that stops it.
CMD ["node", "--import", "tsx", "scripts/start.ts"]
