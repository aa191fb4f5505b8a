/**
 * `npm start` and `npm run dev`: installs and builds what is missing, then runs the server.
 * Plain JavaScript that an old Node can run: it fetches the Node that everything else needs.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { buildIfChanged } from './build.mjs'
import { installIfNeeded, nodeCommand, root } from './install.mjs'
import { serverEnv, serverOptions } from './server-options.mjs'

/** Folders whose change restarts the server in development; Next itself watches app, components and messages. */
const watched = ['api', 'core', 'db', 'door', 'services']

const development = process.argv.includes('--dev')
installIfNeeded()
if (!development) buildIfChanged()
run(development ? watched.map(folder => `--watch-path=${join(root, folder)}`) : serverOptions)

function run(options) {
  const env = Object.assign({}, process.env, serverEnv, {
    NODE_ENV: development ? 'development' : 'production',
  })
  const file = join(root, '.env')
  const settings = existsSync(file) ? [`--env-file=${file}`] : []
  const server = spawn(nodeCommand(), [...options, ...settings, join(root, 'server.ts')], { stdio: 'inherit', env })
  // A terminal sends Ctrl-C to both of us; the server ends by itself and we follow.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => server.kill('SIGTERM'))
  server.on('exit', (code, signal) => process.exit(signal ? 1 : code))
}
