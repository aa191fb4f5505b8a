/** The one process: the API and every page behind one door, the jobs beside it. */
import type { AddressInfo } from 'node:net'
import { Cron } from 'croner'
import { announcement } from '#door/announcement'
import { buildDoor } from '#door/door'
import { openLog } from '#door/log'
import type { PageHandler } from '#door/next'
import { openNext } from '#door/next-server'
import { startTrouble } from '#door/start-trouble'
import { finishOverdue } from '#services/attempt'
import { anchorAudit } from '#services/audit-check'
import { keepBoards, recountOld } from '#services/counting'
import { type Environment, readEnvironment } from '#services/environment'
import { tidyExports } from '#services/export-job'
import { warmSearch } from '#services/handbook-search'
import { reviewRunning } from '#services/integrity'
import { openRuntime } from '#services/open'
import { keepPrizes } from '#services/prize-jobs'
import { settleRegrades } from '#services/regrade-settle'
import type { Runtime } from '#services/runtime'
import { seed } from '#services/seed'
import { eraseSpent } from '#services/spent'
import { setupLink } from '#services/staff'
import { keepStatistics } from '#services/statistics'

/** In milliseconds. Each rank looks through the changes that are not yet in the boards' counts: they are kept few. */
const quarter = 250
/** After this a request that does not end is cut off, in milliseconds. */
const patience = 10_000

const environment = environmentOrEnd()
try {
  await start(environment)
} catch (error) {
  end([startTrouble(error, environment)])
}

async function start(environment: Environment): Promise<void> {
  const rt = await openRuntime(environment, openLog(environment.logLevel))
  tellNextAuth(environment, rt.secrets.signIn)
  await seed(rt)
  await recountOld(rt)
  await warmSearch(rt)
  let handler: PageHandler = (_request, response) => response.writeHead(503).end()
  const door = buildDoor({ runtime: rt, pages: (request, response) => handler(request, response) })
  const next = await openNext({ development: environment.development, httpServer: door.server })
  handler = next.handler
  await door.listen({ port: environment.port, host: environment.host })
  const jobs = startJobs(rt)
  console.log(announcement(environment, (door.server.address() as AddressInfo).port, await setupLink(rt)))
  onceToldToStop(rt, async () => {
    jobs.stop()
    await door.close()
    await next.close()
    await rt.storage.close()
  })
}

/** next-auth and Next read these from the environment and nowhere else. */
function tellNextAuth({ siteUrl, port, development }: Environment, secret: string): void {
  Object.assign(process.env, {
    NODE_ENV: development ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXTAUTH_URL: siteUrl ?? `http://localhost:${port}`,
    NEXTAUTH_SECRET: secret,
    // In a local trial the site has several names; the door says which one was asked for.
    ...(siteUrl === null && { AUTH_TRUST_HOST: 'true' }),
  })
}

/**
 * Four times a second: changes go into the boards' counts. Every second: attempts whose time is over are finished,
 * though the phone is off. Every ten seconds: the newest hash of the audit log is written down outside the database.
 * Every hour: statistics of questions follow the answers.
 */
function startJobs(rt: Runtime): { stop(): void } {
  const report = (error: unknown) => rt.log.error({ error }, 'a job failed')
  const jobs = [
    new Cron('* * * * * *', { protect: true, catch: report }, async () => {
      await finishOverdue(rt)
    }),
    often(() => keepBoards(rt), report),
    new Cron('* * * * * *', { protect: true, catch: report }, () => settleRegrades(rt)),
    // Hourly: contests that are open or have just closed are looked through for what a person should see.
    new Cron('0 17 * * * *', { protect: true, catch: report }, () => reviewRunning(rt)),
    new Cron('*/10 * * * * *', { protect: true, catch: report }, () => anchorAudit(rt)),
    new Cron('0 7 * * * *', { protect: true, catch: report }, () => keepStatistics(rt)),
  ]
  // What has a date at which it goes is seen to at once: the server may have been down on that date.
  const dated = [
    new Cron('0 */5 * * * *', { protect: true, catch: report }, () => tidyExports(rt)),
    new Cron('30 * * * * *', { protect: true, catch: report }, () => keepPrizes(rt)),
    new Cron('0 27 * * * *', { protect: true, catch: report }, () => eraseSpent(rt)),
  ]
  for (const job of dated) void job.trigger()
  return {
    stop: () => {
      for (const job of [...jobs, ...dated]) job.stop()
    },
  }
}

/** Four times a second, never twice at once. */
function often(job: () => Promise<void>, report: (error: unknown) => void): { stop(): void } {
  let running = false
  const timer = setInterval(async () => {
    if (running) return
    running = true
    await job().catch(report)
    running = false
  }, quarter)
  return { stop: () => clearInterval(timer) }
}

/** Stops taking requests, ends those under way, closes the storage. */
function onceToldToStop(rt: Runtime, stop: () => Promise<void>): void {
  let stopping = false
  const leave = async () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), patience).unref()
    await stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, leave)
  process.on('unhandledRejection', error => rt.log.error({ error }, 'unhandled rejection'))
}

function environmentOrEnd(): Environment {
  const read = readEnvironment(process.env)
  return read.ok
    ? read.environment
    : end(['设置有误 The settings are wrong:', ...read.problems.map(problem => `  ${problem}`)])
}

function end(lines: string[]): never {
  console.error(lines.join('\n'))
  process.exit(1)
}
