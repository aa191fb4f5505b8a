/** `npm run build`: builds the pages, when the sources are not those of the last build. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { fail, installIfNeeded, nodeCommand, root } from './install.mjs'

/** What ends up in the build: pages, and all they import. */
const sources = [
  'app',
  'components',
  'core',
  'db',
  'messages',
  'services',
  'next.config.js',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
]
const output = join(root, process.env.NEXT_DIST_DIR || '.next')
const stamp = join(output, '.built-from')

export function buildIfChanged() {
  const sum = sumOf(sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sum) return
  console.log('正在构建页面 … Building the pages …')
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const env = Object.assign({}, process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })
  run([next, 'build'], env)
  run([join(root, 'scripts', 'compress.ts'), join(output, 'static')], env)
  writeFileSync(stamp, sum)
}

function run(command, env) {
  const done = spawnSync(nodeCommand(), command, { cwd: root, stdio: 'inherit', env })
  if (done.status !== 0) fail('构建失败，见上面的输出。', 'Building failed, see above.')
}

/** Of every source but tests: their change makes no other page. */
function sumOf(places) {
  const sum = createHash('sha256')
  for (const file of places.flatMap(place => filesIn(join(root, place))))
    sum.update(file).update('\0').update(readFileSync(file))
  return sum.digest('hex')
}

function filesIn(place) {
  if (!existsSync(place)) return []
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place)
    .sort()
    .filter(name => !/\.test\.tsx?$/.test(name))
    .reduce((files, name) => files.concat(filesIn(join(place, name))), [])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  installIfNeeded()
  buildIfChanged()
}
