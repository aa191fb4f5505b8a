import { describe, expect, it } from 'vitest'
import { type Choice, matchOf } from './match.ts'

const yuzhong: Choice = { slug: 'yuzhong', name: '渝中区', keys: ['渝中区', 'yú zhōng qū', 'yzq', 'yuzhong'], also: [] }
const liangjiang: Choice = {
  slug: 'liangjiang',
  name: '两江新区',
  keys: ['两江新区', 'liǎng jiāng xīn qū', 'ljxq', 'liangjiang'],
  also: [{ keys: ['渝北区', 'yubei'], note: '原渝北区已并入两江新区' }],
}

describe('A district is found', () => {
  it.each(['渝中', 'yuzhong', 'Yu Zhong', 'yz', 'ｙｚ', ''])('by %s', written =>
    expect(matchOf(yuzhong, written)).toBe(''),
  )
  it.each(['渝北', 'yubei'])('by its old name %s, with a note', written =>
    expect(matchOf(liangjiang, written)).toBe('原渝北区已并入两江新区'),
  )
  it('not by another name', () => expect(matchOf(yuzhong, '万州')).toBeNull())
})
