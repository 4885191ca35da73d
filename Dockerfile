# The same steps as `npm ci && npm start`, with the build done when the image is made.
FROM node:22-bookworm-slim AS build
WORKDIR /suncode
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npx tsx --tsconfig scripts/tsconfig.json scripts/build-once.ts && npm prune --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data TZ=Asia/Shanghai TSX_TSCONFIG_PATH=scripts/tsconfig.json
WORKDIR /suncode
COPY --from=build --chown=node:node /suncode ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=20s CMD ["node", "-e", "fetch(`http://localhost:${process.env.PORT ?? 3000}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: the process itself gets the signal that stops it.
CMD ["node", "--import", "tsx", "scripts/start.ts"]
