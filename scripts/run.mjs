/** Runs the project's own tools, on its own Node. */
import { spawnSync } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import process from 'node:process'
import { nodeCommand, root } from './install.mjs'

const path = [dirname(nodeCommand()), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)

/** @returns whether the command ended well */
export function run(command, extra) {
  const env = Object.assign({}, process.env, { PATH: path, NEXT_TELEMETRY_DISABLED: '1' }, extra)
  const done = spawnSync(command[0], command.slice(1), {
    cwd: root,
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  })
  return done.status === 0
}
