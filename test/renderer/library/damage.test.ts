import { expect, it } from 'vitest'
import { problem, type Saying } from '#shared/base/problem.ts'
import { ok } from '#shared/base/result.ts'
import { tellDamage } from '../../../renderer/library/damage.ts'
import { sayer } from '../../../renderer/messages/messages.tsx'

it('P23: the window tells what was damaged, in its language, once for each desk that found it', async () => {
  const health = [problem('store/library-damaged', { file: 'library.damaged-1.db' })]
  const told: Saying[] = []
  let restored = () => {}
  tellDamage(
    {
      libraryHealth: async () => ok([...health]),
      subscribe(listen) {
        restored = () => listen({ kind: 'connection', state: 'restored' })
        return () => {}
      },
    },
    (found) => told.push(found),
  )
  await expect.poll(() => told.length).toBe(1)
  health.push(problem('store/draft-repaired', { title: 'О садах' }))
  restored()
  await expect.poll(() => told.length).toBe(2)
  expect(told.map(sayer('ru'))).toEqual([
    'Библиотека была повреждена и восстановлена. Повреждённый файл сохранён рядом с ней: library.damaged-1.db; чего недостаёт, сказано здесь.',
    'Проект документа «О садах» был повреждён и восстановлен полностью.',
  ])
})
