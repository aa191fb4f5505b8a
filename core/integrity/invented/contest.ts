/**
 * An invented contest of honest people and cheats, to measure the review against. Habits are drawn wide on purpose:
 * quick experts, slow readers, people with a screen reader, families on one phone, offices on one line, libraries with
 * one computer; bots that hurry and bots that dawdle, pairs side by side and by relay, operators with many accounts.
 */
import type { Random } from '../../paper/paper.ts'
import { bell } from './chance.ts'
import { cheaters } from './cheats.ts'
import { honestPeople } from './honest.ts'
import { type Invented, type Item, maker } from './person.ts'

/** Questions of a paper. */
const items = 20

export const isCheat = ({ part }: Invented): boolean => part === 'bot' || part === 'pair' || part === 'farm'

/** @param honest how many honest people @param cheats how many cheats: a third each of bots, pairs and farms */
export function inventContest(random: Random, honest: number, cheats: number): Invented[] {
  const paper = Array.from({ length: items }, (_, i): Item => {
    const first = 0.4 + random() * 0.4
    return {
      question: i + 1,
      letters: 18 + Math.floor(random() * 70),
      difficulty: bell(random) * 1.1,
      wrong: [first, (1 - first) * 0.65, (1 - first) * 0.35],
    }
  })
  const make = maker(random, paper)
  const people = [...honestPeople(random, make, honest), ...cheaters(random, make, cheats)]
  return people.map((one, i) => ({ ...one, account: i + 1 }))
}
