import { notFound } from 'next/navigation'

/** An address below a language that nothing answers to: not found, in that language. */
export default function Missing() {
  notFound()
}
