#!/usr/bin/env node
/**
 * Checks a published draw: node verify-draw.mjs FILE [--commitment HEX] [--salt SALT --phone NUMBER]
 * One file, no dependency, any Node from version 18: save it, read it, run it. How a draw works: docs/draw.md
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const sha256 = text => createHash('sha256').update(text, 'utf8').digest('hex')

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2))

function main([path, ...given]) {
  const option = name => (given.includes(name) ? (given[given.indexOf(name) + 1] ?? '') : null)
  if (!path) return end(2, '用法 Usage: node verify-draw.mjs FILE [--commitment HEX] [--salt SALT --phone NUMBER]')
  const mine = { commitment: option('--commitment'), salt: option('--salt'), phone: option('--phone') }
  try {
    end(0, verify(readFileSync(path), mine).join('\n'))
  } catch (error) {
    end(1, `✗ 与公布的不符 Not as it was published: ${error.message}`)
  }
}

/** What holds of a published draw, line by line; throws at the first thing that does not. */
export function verify(bytes, { commitment: noted = null, salt = null, phone = null } = {}) {
  const { frozen, drawn, commitment } = wholeFile(bytes)
  demand(sha256(`ip-contest frozen 1\n${JSON.stringify(frozen)}\n`) === commitment, 'commitment')
  if (noted !== null) demand(noted.toLowerCase() === commitment, 'not the commitment you noted')
  const people = peopleIn(frozen.groups)
  const said = [
    `  封存值 Commitment ${commitment}`,
    `  名单 List: ${people.length} 人 people`,
    `  开奖数 Number: ${frozen.number.source}, ${frozen.number.at}`,
  ]
  const mine = salt === null || phone === null ? null : sha256(`ip-contest chance 1\n${salt}\n${phone}\n`)
  if (mine !== null) demand(people.includes(mine), 'you are not on this list')
  if (mine !== null) said.push(`  你在名单上 You are on the list: ${mine}`)
  if (drawn === null) return [...said, '✓ 已封存，尚未开奖 Frozen, not drawn yet']
  verifyDrawing(frozen, commitment, drawn)
  said.push(`  种子 Seed ${drawn.seed}`)
  if (mine !== null) said.push(`  ${placeOf(mine, drawn)}`)
  return [...said, `✓ 开奖结果属实 The draw is true: ${drawn.winners.length} 名获奖者 winners`, ...drawn.winners]
}

/** The file as parsed, if its bytes are the one way in which these values are written. */
function wholeFile(bytes) {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  const file = JSON.parse(text)
  demand(file?.format === 'ip-contest draw 1', 'format')
  demand(`${JSON.stringify(file, null, 1)}\n` === text, 'not written in the one way')
  keys(file, 'format frozen commitment drawn check')
  const { check, ...body } = file
  demand(sha256(`${JSON.stringify(body)}\n`) === check, 'check')
  keys(file.frozen, 'draw contest kind scope repeats number prizes alternates secretHash frozenAt witnesses groups')
  if (file.drawn !== null) keys(file.drawn, 'secret number drawnAt seed winners alternates')
  return file
}

function peopleIn(groups) {
  const tokens = new Set()
  for (const { people } of groups) {
    people.forEach((entry, i) => {
      demand(/^[0-9a-f]{64} [1-9][0-9]{0,5}$/.test(entry), `entry ${entry}`)
      demand(i === 0 || people[i - 1] < entry, 'the list is not sorted')
      demand(!tokens.has(entry.slice(0, 64)), 'somebody is on the list twice')
      tokens.add(entry.slice(0, 64))
    })
  }
  return [...tokens]
}

function verifyDrawing(frozen, commitment, drawn) {
  demand(sha256(`ip-contest secret 1\n${drawn.secret}\n`) === frozen.secretHash, 'not the secret that was frozen')
  demand(/^\d+(\.\d+)?( \d+(\.\d+)?)*$/.test(drawn.number), 'number')
  const seed = sha256(`ip-contest seed 1\n${commitment}\n${drawn.secret}\n${drawn.number}\n`)
  demand(seed === drawn.seed, 'seed')
  const order = frozen.groups.flatMap(({ people }) => ordered(people, seed))
  const prizes = frozen.prizes.reduce((sum, { count }) => sum + count, 0)
  demand(same(order.slice(0, prizes), drawn.winners), 'other winners')
  demand(same(order.slice(prizes, prizes + frozen.alternates), drawn.alternates), 'other alternates')
}

/** Each chance has a ticket; a person stands where the smallest of theirs falls. */
function ordered(people, seed) {
  const best = people.map(entry => {
    const [token, chances] = entry.split(' ')
    const tickets = Array.from({ length: Number(chances) }, (_, i) => sha256(`${seed}\n${token}\n${i + 1}\n`))
    return { token, ticket: tickets.sort()[0] }
  })
  return best.sort((a, b) => (a.ticket < b.ticket ? -1 : 1)).map(({ token }) => token)
}

function placeOf(token, { winners, alternates }) {
  const [won, waits] = [winners.indexOf(token) + 1, alternates.indexOf(token) + 1]
  if (won > 0) return `你中奖了 You won: ${won}`
  return waits > 0 ? `你是候补 You are alternate ${waits}` : '未中奖 You did not win'
}

function same(a, b) {
  return JSON.stringify(a) === JSON.stringify(b)
}
function keys(object, expected) {
  demand(Object.keys(object).join(' ') === expected, `fields: ${Object.keys(object).join(' ')}`)
}
function demand(holds, what) {
  if (!holds) throw new Error(what)
}
function end(code, line) {
  console[code === 0 ? 'log' : 'error'](line)
  process.exit(code)
}
