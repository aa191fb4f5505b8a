import styles from './trouble.module.css'

interface Words {
  title: string
  body: string
  home: string
  /** Other places worth going to, below the language: ['/contests', '竞赛']. */
  ways?: readonly (readonly [string, string])[]
}

interface TroubleProps {
  zh: Words
  en: Words
  /** `one`: the document's language decides (CSS); `both`: nothing is known about the reader. */
  say?: 'one' | 'both'
  /** Short id of the occurrence in the log. */
  id?: string | undefined
}

/** Not found, out of order: a cable car that stands still, what happened and where to go. Needs no server. */
export function Trouble({ zh, en, say = 'one', id }: TroubleProps) {
  const only = (locale: string) => (say === 'one' ? locale : undefined)
  return (
    <div className={styles.trouble}>
      <svg className={styles.drawing} viewBox="0 0 200 96" aria-hidden="true">
        <path className={styles.far} d="M0 92 22 78l12 7 24-17 20 15 16-9 30 17 26-23 18 13 32-15" />
        <path d="M0 20 200 8M78 15.5v13M70 34q0-6 8-6t8 6M60 34h36q4 0 4 4v30q0 8-8 8H64q-8 0-8-8V38q0-4 4-4zM56 56h44M66 40h10v16H66zM80 40h10v16H80z" />
      </svg>
      <div lang="zh-CN" data-only={only('zh')} className="flow">
        <h1>{zh.title}</h1>
        <p>{zh.body}</p>
        <p className={styles.ways}>
          <a href="/zh">{zh.home}</a>
          <Ways locale="zh" of={zh.ways} />
        </p>
      </div>
      <div lang="en" data-only={only('en')} className="flow">
        <h1>{en.title}</h1>
        <p>{en.body}</p>
        <p className={styles.ways}>
          <a href="/en">{en.home}</a>
          <Ways locale="en" of={en.ways} />
        </p>
      </div>
      {id && <p className={styles.id}>{id}</p>}
    </div>
  )
}

function Ways({ locale, of = [] }: { locale: string; of?: Words['ways'] }) {
  return of.map(([path, name]) => (
    <a key={path} href={`/${locale}${path}`}>
      {name}
    </a>
  ))
}
