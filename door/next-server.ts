/** Next.js inside our process: it renders, and listens to nothing. */
import { createServer, type Server } from 'node:http'
import { resolve } from 'node:path'
import next from 'next'
import type { PageHandler } from './next.ts'

export interface NextServer {
  handler: PageHandler
  close(): Promise<void>
}

/**
 * @param httpServer the real server in development, where Next attaches its own socket for reloading; in production a
 * dummy is handed over, so that nothing is attached to ours
 */
export async function openNext({
  development,
  httpServer,
}: {
  development: boolean
  httpServer: Server
}): Promise<NextServer> {
  // Node's own --watch asks every child to report what it loads, and Next's workers take that for an answer.
  if (development) delete process.env.WATCH_REPORT_DEPENDENCIES
  const app = next({
    dev: development,
    dir: resolve(import.meta.dirname, '..'),
    httpServer: development ? httpServer : createServer(),
  })
  await app.prepare()
  const handler = app.getRequestHandler()
  return { handler: (request, response) => handler(request, response), close: () => app.close() }
}
