import { expect } from 'vitest'
import { joinedTrial, type Trial } from '#test/builders/random-trial.ts'
import { type Office, OfficeDied } from './office.ts'
import { isOfficeAtFault, readings } from './trial.ts'

export interface NamedTrial extends Trial {
  /** Said where the trial fails. */
  readonly name: string
}

/** Accept-all is the draft and reject-all the base, in both programs; the file stays at `path`. */
export async function expectTrial(
  { name, ...trial }: NamedTrial,
  path: string,
  office: Office,
): Promise<void> {
  for (const { by, read, expected } of await readings(trial, path, office)) {
    expect(read, `${by}, ${name}`).toEqual(expected)
  }
}

/**
 * The same for many in one file, at a fifth of the time. Where it fails each is tried alone, so that
 * the failure names the one; one in which LibreOffice may be at fault is tried alone at once. Where
 * LibreOffice ends at the file of all, each alone is what it is asked about.
 */
export async function expectTrials(
  trials: readonly NamedTrial[],
  path: string,
  office: Office,
): Promise<void> {
  const alone = trials.filter((trial) => isOfficeAtFault(trial))
  const together = trials.filter((trial) => !isOfficeAtFault(trial))
  for (const trial of alone) await expectTrial(trial, path, office)
  if (together.length === 0) return
  const name = together.map((trial) => trial.name).join(', ')
  try {
    await expectTrial({ name, ...joinedTrial(together) }, path, office)
  } catch (error) {
    for (const trial of together) await expectTrial(trial, path, office)
    if (!(error instanceof OfficeDied)) throw error
    process.stdout.write(`LibreOffice ended at a file of these, and not at each alone: ${name}\n`)
  }
}
