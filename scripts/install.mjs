/** Installs the dependencies when they are missing or older than the lock file. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const stamp = join(modules, '.installed-from')

/** Node 24 out of node_modules; where no such package exists for this machine, the Node at hand if it is new enough. */
export function nodeCommand() {
  const pinned = join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(pinned)) return pinned
  if (existsSync(`${pinned}.exe`)) return `${pinned}.exe`
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return fail(
    `这台机器需要先安装 Node.js 24 或更新版本（现有 ${process.version}）。`,
    `This machine needs Node.js 24 or later (found ${process.version}).`,
  )
}

export function installIfNeeded() {
  const lock = hashOf(join(root, 'package-lock.json'))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('正在安装依赖，首次约需一两分钟 … Installing dependencies, a minute or two the first time …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const done = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (done.error)
    fail('没有找到 npm，请先安装 Node.js（自带 npm）。', 'npm was not found: install Node.js, which brings it.')
  if (done.status !== 0)
    fail(
      '依赖没有装好：请检查网络，或用 npm config set registry 换一个镜像，然后再运行一次。',
      'Installing failed: check the network, or set another registry with npm config set registry, and run this again.',
    )
  writeFileSync(stamp, lock)
}

export function fail(chinese, english) {
  console.error(`\n${chinese}\n${english}\n`)
  process.exit(1)
}

const hashOf = file => createHash('sha256').update(readFileSync(file)).digest('hex')
