/** A Chromium for the journeys: the one at hand, Playwright's, or Debian's. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import process from 'node:process'
import { run } from './run.mjs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium']

/** @returns its path, after installing one if there is none; null when that did not work */
export async function findOrInstallChromium() {
  const { chromium } = await import('playwright')
  const find = () =>
    [process.env.CHROMIUM, ...places, chromium.executablePath()].find(place => place && existsSync(place))
  const found = find()
  if (found) return found
  console.log('正在安装 Chromium … Installing Chromium …')
  if (run(['playwright', 'install', 'chromium']) && works(find())) return find()
  const isRoot = process.getuid && process.getuid() === 0
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    run(['apt-get', 'update', '-qq'])
    run(['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
      DEBIAN_FRONTEND: 'noninteractive',
    })
  }
  const installed = find()
  return works(installed) ? installed : null
}

/** A browser that lacks a library of the system is there and yet does not start. */
const works = place => place !== undefined && spawnSync(place, ['--version']).status === 0
