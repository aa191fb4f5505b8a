import styles from './trouble.module.css'

interface Words {
  title: string
  body: string
  home: string
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
        <path d="M0 20 200 8M78 15.5v13M70 34q0-6 8-6t8 6M60 34h36q4 0 4 4v30q0 8-8 8H64q-8 0-8-8V38q0-4 4-4zM56 56h44M66 40h10v16H66zM80 40h10v16H80z" />
        <path className={styles.far} d="M0 92q20-18 36-6t34-2 30 4 34-10 30 8 36-4" />
      </svg>
      <div lang="zh-CN" data-only={only('zh')} className="flow">
        <h1>{zh.title}</h1>
        <p>{zh.body}</p>
        <p>
          <a href="/zh">{zh.home}</a>
        </p>
      </div>
      <div lang="en" data-only={only('en')} className="flow">
        <h1>{en.title}</h1>
        <p>{en.body}</p>
        <p>
          <a href="/en">{en.home}</a>
        </p>
      </div>
      {id && <p className={styles.id}>{id}</p>}
    </div>
  )
}
