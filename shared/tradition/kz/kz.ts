import type { Tradition } from '../tradition.ts'
import { profilesEn } from './units-en.ts'
import { profilesKk } from './units-kk.ts'
import { profilesRu } from './units-ru.ts'

/**
 * Kazakhstan: the Constitution, codes and laws, in Russian, Kazakh and the English of the official
 * translations. Source: Law "On Legal Acts" of 6 April 2016 No 480-V, articles 23 to 25.
 */
export const kz: Tradition = { id: 'kz', profiles: [...profilesRu, ...profilesKk, ...profilesEn] }
