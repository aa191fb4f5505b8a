/** What an operator reads when the server cannot start: in words, with what to do. */
import type { Environment } from '#services/environment'

type Place = Pick<Environment, 'port' | 'dataDir' | 'databaseUrl'>
type Words = (place: Place) => string

/** @returns both languages; the stack of an error that nobody has words for */
export function startTrouble(error: unknown, place: Place): string {
  const { cause } = error as Error
  // A query that failed wraps what the database said.
  if (cause instanceof Error) return startTrouble(cause, place)
  const { code = '', syscall, path, message, stack } = error as NodeJS.ErrnoException
  if (/production build/.test(message)) return '还没有构建，请运行 npm start。Not built yet: run npm start.'
  if (syscall === 'listen') return (code === 'EADDRINUSE' ? portTaken : portForbidden)(place)
  // A file that is missing elsewhere is our own fault, not the folder's.
  if (path !== undefined && !path.startsWith(place.dataDir)) return stack ?? message
  const known = troubles.find(([codes]) => codes.test(code))
  return known ? known[1](place) : (stack ?? message)
}

const portTaken: Words = ({ port }) =>
  `端口 ${port} 已被占用，请设置另一个 PORT。Port ${port} is in use: set another PORT.`
const portForbidden: Words = ({ port }) => `不能使用端口 ${port}。Not allowed to listen on port ${port}.`

/** Codes of the system, of SQLite, of PostgreSQL and our own. */
const troubles: readonly (readonly [RegExp, Words])[] = [
  [
    /^KEYS_MISSING$/,
    ({ dataDir }) =>
      `${dataDir} 中没有 keys.json，而数据库是用它加密的。请把当初的 keys.json 放回去。\n` +
      `There is no keys.json in ${dataDir}, and the database was encrypted with one. Put that file back.`,
  ],
  [
    /^KEYS_BROKEN$/,
    ({ dataDir }) =>
      `${dataDir} 中的 keys.json 已损坏。请从备份恢复；不要删除后重新生成，否则手机号再也无法读出。\n` +
      `The keys.json in ${dataDir} is damaged. Restore it from a backup; with new keys no phone could ever be read.`,
  ],
  [
    /^KEYS_FOREIGN$/,
    ({ dataDir }) =>
      `${dataDir} 中的 keys.json 不是这个数据库的。请换回这个数据库的 keys.json，多台服务器要用同一份。\n` +
      `The keys.json in ${dataDir} is not the one of this database. Bring that one; all servers on a database share it.`,
  ],
  [
    /^DATA_IN_USE$/,
    ({ dataDir }) =>
      `另一个进程正在使用 ${dataDir}。请先停止它，或设置另一个 DATA_DIR。\n` +
      `Another process is using ${dataDir}. Stop it, or set another DATA_DIR.`,
  ],
  [
    /^(ENOSPC|EDQUOT|SQLITE_FULL|53100)$/,
    ({ dataDir }) =>
      `磁盘已满，请腾出空间后再启动（${dataDir}）。The disk is full: make room and start again (${dataDir}).`,
  ],
  [
    /^SQLITE_(NOTADB|CORRUPT)/,
    ({ dataDir }) =>
      `${dataDir} 中的 contest.sqlite 已损坏，或不是数据库。请从备份恢复。\n` +
      `The contest.sqlite in ${dataDir} is damaged or no database. Restore it from a backup.`,
  ],
  [
    /^(EACCES|EPERM|EROFS|EEXIST|ENOTDIR|ENOENT|SQLITE_(CANTOPEN|READONLY)\w*)$/,
    ({ dataDir }) =>
      `不能读写数据目录 ${dataDir}。请检查目录和权限，或设置另一个 DATA_DIR。\n` +
      `Cannot read and write the data folder ${dataDir}. Look at it and its permissions, or set another DATA_DIR.`,
  ],
  [
    /^(28000|28P01)$/,
    place =>
      `数据库不接受 DATABASE_URL 中的用户或密码（${server(place)}）。\n` +
      `The database does not accept the user or password of DATABASE_URL (${server(place)}).`,
  ],
  [
    /^3D000$/,
    place =>
      `${server(place)} 上没有这个数据库，请先创建。There is no such database on ${server(place)}: create it first.`,
  ],
  [
    /^(ECONN\w+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|57P0\d|08\w{3})$/,
    place =>
      `连不上数据库 ${server(place)}。请检查它是否在运行，以及 DATABASE_URL。\n` +
      `Cannot reach the database at ${server(place)}. Look whether it runs, and at DATABASE_URL.`,
  ],
]

/** Without the user and the password. */
const server = ({ databaseUrl }: Place): string =>
  databaseUrl && URL.canParse(databaseUrl) ? new URL(databaseUrl).host : 'DATABASE_URL'
