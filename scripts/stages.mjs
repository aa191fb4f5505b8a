/** What `npm run check` and `npm test` consist of. */
export const gates = [
  { name: '类型 Types', command: ['tsc', '-p', '.'] },
  { name: '风格 Lint and format', command: ['biome', 'check'] },
  {
    name: '依赖方向 Import rules',
    command: [
      'depcruise',
      '--config',
      '.dependency-cruiser.cjs',
      'api',
      'app',
      'components',
      'core',
      'db',
      'door',
      'messages',
      'services',
      'server.ts',
    ],
  },
  { name: '无用代码 Dead code', command: ['knip'] },
  { name: '浏览器代码 Browser code', command: ['node', 'scripts/check-islands.ts'] },
  { name: '存储规则 Rules of storage', command: ['node', 'scripts/check-sql.ts'] },
  { name: '题库 Question bank', command: ['node', 'scripts/bank-check.ts'] },
]

export const suites = [
  { name: '单元测试 Unit', project: 'unit' },
  { name: '存储 SQLite', project: 'sqlite' },
  { name: '存储 PostgreSQL', project: 'postgres' },
  { name: '接口 API', project: 'api' },
]

export const journeys = { name: '浏览器 Browser journeys', project: 'browser' }
