/** Reading and changing one place in a draft, by its path: 'rules.draws.0.tiers'. */
type Path = string

export const at = (value: unknown, path: Path): unknown =>
  path === ''
    ? value
    : path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null)?.[key], value)

/** @returns a copy with one place changed; what does not lie on the way stays the same object */
export function put<T>(value: T, path: Path, change: unknown): T {
  const [key, ...rest] = path.split('.') as [string, ...string[]]
  const inner = rest.length === 0 ? change : put((value as Record<string, unknown>)[key], rest.join('.'), change)
  if (Array.isArray(value)) return value.map((item, i) => (String(i) === key ? inner : item)) as T
  return { ...value, [key]: inner }
}

/** The name that stands for all items of a list: 'rules.draws.tiers.count'. */
export const withoutPlaces = (path: Path): string =>
  path
    .split('.')
    .filter(key => !/^\d+$/.test(key))
    .join('.')

/** Items that are named inside a contest get the next free name: 'tiers-3'. */
export function nextId(items: readonly unknown[], list: string): string {
  const taken = new Set(items.map(item => (item as { id?: string }).id))
  for (let n = items.length + 1; ; n++) if (!taken.has(`${list}-${n}`)) return `${list.toLowerCase()}-${n}`
}
