import styles from './button.module.css'

interface Looks {
  /** `seal`: the one red action of a page, once. `plain`: everything else. `quiet`: text only, for undoing and leaving. */
  kind?: 'seal' | 'plain' | 'quiet'
  /** Fills the line: the next step at the thumb. */
  wide?: boolean
}

type ButtonProps = Looks & React.ComponentProps<'button'>

/** A button. Busy ones are `aria-disabled`, not `disabled`, so that focus stays. */
export function Button({ kind = 'plain', wide = false, className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={look(kind, wide, className)} {...rest} />
}

type ButtonLinkProps = Looks & React.ComponentProps<'a'>

/** A link that looks like a button: it leads somewhere, it changes nothing. */
export function ButtonLink({ kind = 'plain', wide = false, className, ...rest }: ButtonLinkProps) {
  return <a className={look(kind, wide, className)} {...rest} />
}

const look = (kind: 'seal' | 'plain' | 'quiet', wide: boolean, more: string | undefined): string =>
  [styles.button, styles[kind], wide && styles.wide, more].filter(Boolean).join(' ')
