import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, expect, it } from 'vitest'
import { keepsPlan, PlainClient, ReadingClient } from './sqlite-client.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function filled(): { writer: Database.Database; reader: Database.Database } {
  const folder = mkdtempSync(join(tmpdir(), 'ip-contest-'))
  folders.push(folder)
  const path = join(folder, 'client.sqlite')
  const writer = new Database(path)
  writer.pragma('journal_mode = WAL')
  writer.exec('CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT, region TEXT, score INTEGER)')
  writer.exec('CREATE INDEX by_name ON people (name); CREATE INDEX by_region ON people (region, score)')
  const insert = writer.prepare('INSERT INTO people (name, region, score) VALUES (?, ?, ?)')
  for (let i = 0; i < 500; i++) insert.run(`n${i}`, `r${i % 5}`, i)
  return { writer, reader: new Database(path, { readonly: true }) }
}

it('marks the values of a statement, and no question mark inside a text or a name', () => {
  expect(keepsPlan("select \"a?\" from t where b = ? and c = 'it''s?' limit ?")).toBe(
    "select \"a?\" from t where b = +? and c = 'it''s?' limit +?",
  )
})

it('finds the same rows whatever kind of value is asked for', () => {
  const { writer } = filled()
  writer.exec('CREATE TABLE kinds (t TEXT, i INTEGER, b BLOB, n INTEGER)')
  const marked = (text: string) => new PlainClient(writer).prepare(text)
  marked('INSERT INTO kinds VALUES (?, ?, ?, ?)').run('007', 7, Buffer.from([7]), null)
  for (const [column, value] of [
    ['t', '007'],
    ['i', 7],
    ['b', Buffer.from([7])],
  ] as const)
    expect(marked(`SELECT count(*) FROM kinds WHERE ${column} = ?`).raw().get(value)).toEqual([1])
  expect(marked('SELECT count(*) FROM kinds WHERE t = ?').raw().get(7)).toEqual([0])
  expect(marked('SELECT count(*) FROM kinds WHERE n IS ?').raw().get(null)).toEqual([1])
  expect(marked('SELECT typeof(t), typeof(i), typeof(b) FROM kinds').raw().get()).toEqual(['text', 'integer', 'blob'])
})

it('plans a statement once, where a bare value has it planned at each execution', () => {
  const { writer } = filled()
  const text = 'SELECT id FROM people WHERE name = ? AND region = ? ORDER BY score LIMIT ?'
  const time = (statement: Database.Statement<unknown[]>): number => {
    const from = process.threadCpuUsage()
    for (let i = 0; i < 4000; i++) statement.get(`n${i % 500}`, `r${i % 5}`, 10)
    const { user, system } = process.threadCpuUsage(from)
    return user + system
  }
  const bare = writer.prepare(text)
  const marked = new PlainClient(writer).prepare(text)
  time(bare)
  time(marked)
  expect(time(bare)).toBeGreaterThan(1.5 * time(marked))
})

it('reads over the writing connection, and over the other one while a transaction is open', () => {
  const { writer, reader } = filled()
  const count = new ReadingClient(writer, reader).prepare('SELECT count(*) FROM people')
  expect(count.raw().get()).toEqual([500])
  writer.exec('BEGIN IMMEDIATE; DELETE FROM people')
  expect(count.get()).toEqual([500])
  writer.exec('COMMIT')
  expect(count.get()).toEqual([0])
})

it('writes nothing, whichever way it is asked', () => {
  const { writer, reader } = filled()
  const client = new ReadingClient(writer, reader)
  const asked = (text: string) => client.prepare(text)
  expect(() => asked('DELETE FROM people').run()).toThrow(/Only atomically\(\) writes/)
  expect(() => asked('DELETE FROM people RETURNING id').all()).toThrow(/Only atomically\(\) writes/)
  expect(() => asked('UPDATE people SET score = 0 RETURNING id').get()).toThrow(/Only atomically\(\) writes/)
  expect(writer.prepare('SELECT count(*) AS n FROM people WHERE score > 0').get()).toEqual({ n: 499 })
})
