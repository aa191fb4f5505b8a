import { expect, it } from 'vitest'
import { startTrouble } from './start-trouble.ts'

const place = { port: 80, dataDir: '/srv/contest', databaseUrl: 'postgres://contest:secret@db.example:5432/contest' }
const said = (fields: object) => startTrouble(Object.assign(new Error('broke'), fields), place)

it.each([
  [{ code: 'EADDRINUSE', syscall: 'listen' }, /端口 80 已被占用.*Port 80 is in use/],
  [{ code: 'EACCES', syscall: 'listen' }, /不能使用端口 80.*Not allowed/],
  [
    { code: 'EACCES', syscall: 'open', path: '/srv/contest/keys.json' },
    /不能读写数据目录 \/srv\/contest.*\n.*permissions/,
  ],
  [{ code: 'SQLITE_CANTOPEN' }, /不能读写数据目录/],
  [{ code: 'SQLITE_NOTADB' }, /contest\.sqlite 已损坏.*\n.*backup/],
  [{ code: 'ENOSPC', path: '/srv/contest/x' }, /磁盘已满.*full/],
  [{ code: 'DATA_IN_USE' }, /另一个进程.*\n.*Another process/],
  [{ code: 'KEYS_MISSING' }, /没有 keys\.json.*\n.*Put that file back/],
  [{ code: 'KEYS_BROKEN' }, /keys\.json 已损坏.*\n.*damaged/],
  [{ code: 'KEYS_FOREIGN' }, /不是这个数据库的.*\n.*share it/],
  [{ code: 'ECONNREFUSED' }, /连不上数据库 db\.example:5432.*\n.*Cannot reach/],
  [{ code: '28P01' }, /用户或密码.*\n.*password/],
  [{ code: '3D000' }, /没有这个数据库.*create it first/],
])('%o is said in both languages, without a stack and without the password', (fields, words) => {
  for (const text of [said(fields), said({ cause: Object.assign(new Error('inner'), fields) })]) {
    expect(text).toMatch(words)
    expect(text).not.toMatch(/secret|\n\s+at /)
  }
})

it('What nobody has words for, and a file that is missing elsewhere, keep their stack', () => {
  for (const fields of [{}, { code: 'ENOENT', path: '/srv/app/questions' }]) expect(said(fields)).toContain('broke\n')
})
