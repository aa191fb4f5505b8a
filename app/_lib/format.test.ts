import { describe, expect, it } from 'vitest'
import { article, lawDay } from '#core/bank/cite'
import { count, day, dayTime, duration, limit, longDay } from './format.ts'

const evening = Date.parse('2026-04-26T23:30:00+08:00')

describe('What people read', () => {
  it('is the day in Chongqing, also when it is still the day before in Greenwich', () => {
    expect(longDay(Date.parse('2026-04-26T00:05:00+08:00'), 'zh')).toBe('2026年4月26日 星期日')
    expect(longDay(evening, 'en')).toBe('Sunday 26 April 2026')
    expect(dayTime(evening, 'zh')).toBe('2026年4月26日 23:30')
    expect(dayTime(evening, 'en')).toBe('26 April 2026, 23:30')
    expect(day(Date.parse('2026-04-26T00:00:00+08:00'), 'en')).toBe('26 April 2026')
    expect(lawDay('2027-01-01', 'zh')).toBe('2027年1月1日')
  })

  it('says durations in the units they need', () => {
    expect(duration(500_999, 'zh')).toBe('8 分 20 秒')
    expect(duration(3_600_000, 'en')).toBe('1 h')
    expect(duration(0, 'zh')).toBe('0 秒')
    expect(limit(600, 'zh')).toBe('10 分钟')
    expect(limit(60, 'en')).toBe('1 minute')
    expect(limit(90, 'zh')).toBe('1 分 30 秒')
  })

  it('names articles of laws, inserted ones too', () => {
    expect(article('63', 'zh')).toBe('第63条')
    expect(article('219-1', 'zh')).toBe('第219条之一')
    expect(article('63', 'en')).toBe('Art. 63')
  })

  it('groups large counts', () => expect(count(10_000_000)).toBe('10,000,000'))
})
