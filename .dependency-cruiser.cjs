/** The arrows of the project: every one points at the rules, the rules point at nothing. */
const folder = names => `^(${names})/`
const only = (name, from, allowed, comment, more = {}) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.(test|fixture)\\.tsx?$' },
  to: {
    path: folder('api|app|bench|components|core|db|door|e2e|messages|scripts|services'),
    pathNot: allowed,
    ...more,
  },
})

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only('core-points-at-nothing', folder('core'), folder('core'), 'Rules know nobody.'),
    only('messages-know-rules', folder('messages'), folder('messages|core'), 'Texts name what the rules name.'),
    only('db-knows-rules', folder('db'), folder('db|core'), 'Storage serves the rules and asks nobody.'),
    only(
      'services-use-db',
      folder('services'),
      folder('services|db|core|messages'),
      'Use cases know no HTTP, no Next.',
    ),
    only('api-uses-services', folder('api'), '^(api|services|core|messages)/|^db/storage\\.ts$', 'A thin edge.'),
    only(
      'components-are-props',
      folder('components'),
      folder('components|core|messages|app/_lib'),
      'Data and actions come in as props; their types may be named.',
      { dependencyTypesNot: ['type-only'] },
    ),
    only('app-reads', folder('app'), folder('app|components|services|core|messages'), 'Pages read through use cases.'),
    only(
      'door-knows-the-api',
      folder('door'),
      folder('door|api|services|core'),
      'The door stands in front of the API.',
    ),
    {
      name: 'core-is-pure',
      comment: 'No I/O, no framework: zod for shapes, ts-fsrs for forgetting, and types.',
      severity: 'error',
      from: { path: folder('core'), pathNot: '\\.(test|fixture)\\.ts$' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional'],
        pathNot: 'node_modules/(zod|ts-fsrs)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'sql-in-db-only',
      severity: 'error',
      from: { pathNot: '^(db|bench)/|\\.test\\.ts$|^drizzle\\.config\\.ts$' },
      to: { path: 'node_modules/(drizzle-orm|better-sqlite3|pg)/' },
    },
    {
      name: 'next-and-react-in-pages-only',
      severity: 'error',
      from: { pathNot: '^(app|components)/|^door/next-server\\.ts$|\\.test\\.tsx?$' },
      to: { path: 'node_modules/(next|react|react-dom|next-auth)/' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-packages-in-the-product',
      severity: 'error',
      from: { path: folder('api|app|components|core|db|door|messages|services'), pathNot: '\\.(test|fixture)\\.tsx?$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^\\.next|\\.css$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
}
