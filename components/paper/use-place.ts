'use client'
/** Where the person is on the paper: in the address, so that back, reload and a closed app come back to it. */
import { useCallback, useEffect, useState } from 'react'
import { type Place, placeFrom, placeName } from './place.ts'
import { storeOf } from './store.ts'

export function usePlace(attempt: string, total: number): { place: Place; go(place: Place): void } {
  const [store] = useState(() => storeOf(attempt, 'at'))
  const [place, setPlace] = useState<Place>(
    () => placeFrom(location.hash.slice(1), total) ?? placeFrom(store.read(), total) ?? 1,
  )

  useEffect(() => {
    history.replaceState(history.state, '', `#${placeName(place)}`)
    store.write(placeName(place))
  }, [place, store])

  useEffect(() => {
    const back = () => setPlace(now => placeFrom(location.hash.slice(1), total) ?? now)
    addEventListener('popstate', back)
    return () => removeEventListener('popstate', back)
  }, [total])

  const go = useCallback((next: Place) => {
    if (location.hash !== `#${placeName(next)}`) history.pushState(null, '', `#${placeName(next)}`)
    setPlace(next)
  }, [])

  return { place, go }
}
