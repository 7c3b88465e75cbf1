# Rapport beside a PostgreSQL server and a Redis (compose.yaml). Node 24 reads src/ as it is, so nothing is built.
# Every path is relative to the working folder: a test performs these lines without Docker, as the same user.
FROM node:24-bookworm-slim
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --cache .npm && rm -rf .npm
COPY bin ./bin
COPY src ./src
COPY sample/data ./sample/data
# Uploaded exports, the outbox and backups; the only place that is written to.
RUN mkdir -m 700 data && chown 65534:65534 data
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8380 OPERATOR_PORT=9380 RAPPORT_DATA_DIR=data
USER 65534:65534
VOLUME /app/data
EXPOSE 8380
# The operator's ports of the web process and, one higher, of the worker.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["node", "--eval", "Promise.all([0, 1].map((next) => fetch('http://127.0.0.1:' + (+process.env.OPERATOR_PORT + next) + '/readyz'))).then((answers) => process.exit(answers.every(({ ok }) => ok) ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/rapport.js", "serve"]
