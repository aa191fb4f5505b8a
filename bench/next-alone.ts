/** The same pages from the same build and data through Next alone: no door before it. */
import { createServer } from 'node:http'
import { openLog } from '#door/log'
import { openNext } from '#door/next-server'
import { readEnvironment } from '#services/environment'
import { openRuntime } from '#services/open'
import { listening } from './listening.ts'

const read = readEnvironment(process.env)
if (!read.ok) throw new Error(read.problems.join('\n'))
await openRuntime(read.environment, openLog('error'))
const server = createServer()
const next = await openNext({ development: false, httpServer: server })
server.on('request', next.handler)
listening(server)
