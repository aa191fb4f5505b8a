/** A report's text: a small part of Markdown, out of markdown-it's tokens into elements. HTML in it stays text. */
import MarkdownIt from 'markdown-it'
import type { ReactNode } from 'react'
import styles from './campaign.module.css'

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number]

const markdown = new MarkdownIt({ html: false, linkify: false }).disable([
  'code',
  'fence',
  'table',
  'hr',
  'html_block',
  'html_inline',
  'image',
  'reference',
  'lheading',
  'backticks',
  'autolink',
])

export function Prose({ text, lang }: { text: string; lang?: string | undefined }) {
  return (
    <div className={styles.prose} lang={lang}>
      {elements(markdown.parse(text, {}))}
    </div>
  )
}

/** Tokens come flat, opening and closing; what lies between two becomes the children of one element. */
function elements(tokens: Token[]): ReactNode[] {
  const made: ReactNode[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (token.nesting !== 1) {
      made.push(leaf(token, at))
      continue
    }
    const end = closing(tokens, at)
    made.push(block(token, elements(tokens.slice(at + 1, end)), at))
    at = end
  }
  return made
}

function closing(tokens: Token[], from: number): number {
  let depth = 0
  for (let at = from; at < tokens.length; at++) {
    depth += (tokens[at] as Token).nesting
    if (depth === 0) return at
  }
  return tokens.length
}

function leaf(token: Token, key: number): ReactNode {
  if (token.type === 'inline') return <span key={key}>{elements(token.children ?? [])}</span>
  if (token.type === 'softbreak') return '\n'
  if (token.type === 'hardbreak') return <br key={key} />
  return token.content
}

function block(token: Token, children: ReactNode[], key: number): ReactNode {
  switch (token.type) {
    case 'paragraph_open':
      return token.hidden ? children : <p key={key}>{children}</p>
    // The page's own heading stands above: whatever rank is written, it is one below the page's sections.
    case 'heading_open':
      return <h2 key={key}>{children}</h2>
    case 'bullet_list_open':
      return <ul key={key}>{children}</ul>
    case 'ordered_list_open':
      return <ol key={key}>{children}</ol>
    case 'list_item_open':
      return <li key={key}>{children}</li>
    case 'blockquote_open':
      return <blockquote key={key}>{children}</blockquote>
    case 'strong_open':
      return <strong key={key}>{children}</strong>
    case 'em_open':
      return <em key={key}>{children}</em>
    case 'link_open':
      return link(String(token.attrGet('href') ?? ''), children, key)
    default:
      return <span key={key}>{children}</span>
  }
}

/** Only to pages: an address of another kind is shown as the text it was. */
const link = (href: string, children: ReactNode[], key: number): ReactNode =>
  /^https?:\/\//i.test(href) ? (
    <a key={key} href={href} rel="noopener noreferrer nofollow">
      {children}
    </a>
  ) : (
    <span key={key}>{children}</span>
  )
