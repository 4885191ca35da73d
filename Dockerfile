# The same steps as `npm ci && npm start`, with the build done when the image is made, and of all that is installed only what runs
# (`scripts/image.ts`). For amd64 and arm64: nothing in here names one of them, and the packages that have binaries bring both.
FROM node:22-bookworm-slim AS build
WORKDIR /suncode
COPY package.json package-lock.json .npmrc ./
COPY scripts/cli/package.json scripts/cli/
RUN npm ci
COPY . .
ENV TSX_TSCONFIG_PATH=scripts/tsconfig.json
RUN node --import tsx scripts/build-once.ts && node --import tsx scripts/image.ts /image

# Of Debian: what Node runs on, and a shell with its small tools for whoever looks inside. Perl, apt, npm and yarn are 75 MB.
FROM node:22-bookworm-slim AS debian
RUN packages="base-files libc6 libgcc-s1 libstdc++6 dash coreutils libacl1 libattr1 libgmp10 libselinux1 libpcre2-8-0 grep sed tar" \
  && mkdir -p /root-of-image/usr/bin /root-of-image/usr/sbin /root-of-image/usr/lib /root-of-image/usr/lib64 \
  # Manuals are in the lists of files, and are not there.
  && dpkg -L $packages | sort -u | xargs -d '\n' ls -d 2>/dev/null \
  | tar --create --no-recursion --files-from - | tar --extract --directory /root-of-image \
  # What looks for known faults in images reads this.
  && mkdir -p /root-of-image/var/lib/dpkg && dpkg -s $packages > /root-of-image/var/lib/dpkg/status \
  && cp /etc/passwd /etc/group /root-of-image/etc/ \
  && mkdir -p /root-of-image/usr/local/bin && cp /usr/local/bin/node /root-of-image/usr/local/bin/

FROM scratch
COPY --from=debian /root-of-image /
# TMPDIR: the root may be read-only, and large exports need room that memory does not have.
ENV PATH=/usr/local/bin:/usr/bin:/bin NODE_ENV=production DATA_DIR=/data TMPDIR=/data TZ=Asia/Shanghai TSX_TSCONFIG_PATH=scripts/tsconfig.json
WORKDIR /suncode
# Root's, so that the process cannot change its own program.
COPY --from=build /image ./
RUN mkdir /data /backups && chown node:node /data /backups && chmod 1777 /tmp
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=30s CMD ["node", "-e", "fetch(`http://localhost:${process.env.PORT ?? 3000}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not through a shell: the process itself gets the signal that stops it. Other commands: `node --run backup -- /backups/a.tar`.
CMD ["node", "--import", "tsx", "scripts/start.ts"]
