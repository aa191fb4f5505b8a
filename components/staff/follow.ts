'use client'
import { useState } from 'react'
import type { WireProgress } from '#core/wire-import'

export interface Step {
  stage: WireProgress['stage'] | 'sending'
  done: number
  total: number
}

/** Where a file is, until it is done or refused. @returns the last answer; null when none came */
export async function followProgress(
  id: string,
  locale: string,
  show: (step: Step) => void,
): Promise<WireProgress | null> {
  for (;;) {
    const answer = await fetch(`/api/v1/question-sets/previews/${id}/progress?locale=${locale}`).catch(() => null)
    const step = answer?.ok ? ((await answer.json()) as WireProgress) : null
    if (!step || step.stage === 'done' || step.stage === 'refused') return step
    show(step)
    await new Promise(resolve => setTimeout(resolve, 250))
  }
}

/** Follows a file that is being stored until `stop`: its answer comes from the request that stores it. */
export function useStoring(id: string, locale: string) {
  const [step, setStep] = useState<Step | null>(null)
  return {
    step,
    follow(): () => void {
      const timer = setInterval(async () => {
        const answer = await fetch(`/api/v1/question-sets/previews/${id}/progress?locale=${locale}`).catch(() => null)
        if (!answer?.ok) return
        const now = (await answer.json()) as WireProgress
        if (now.stage === 'storing') setStep(now)
      }, 250)
      return () => {
        clearInterval(timer)
        setStep(null)
      }
    },
  }
}
