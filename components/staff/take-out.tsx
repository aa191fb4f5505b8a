import styles from './staff.module.css'

interface TakeOutProps {
  title: string
  lead: string
  /** A format each. */
  links: { href: string; label: string }[]
  /** The way back in. */
  upload: { href: string; label: string }
}

/** The whole set as a file, and the way back in. */
export function TakeOut({ title, lead, links, upload }: TakeOutProps) {
  return (
    <>
      <h2>{title}</h2>
      <p className={styles.lead}>{lead}</p>
      <p className={styles.actions}>
        {links.map(({ href, label }) => (
          <a key={href} href={href} download>
            {label}
          </a>
        ))}
        <a href={upload.href}>{upload.label}</a>
      </p>
    </>
  )
}
