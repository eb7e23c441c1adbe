import { readFileSync } from 'node:fs'
import { Fragment, Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { formatPlace } from '#shared/citation/place.ts'
import { type OtherAct, referencesOf } from '#shared/citation/references.ts'
import { readText } from '#shared/read/read.ts'
import { SAMPLES } from '#shared/samples/samples.ts'
import {
  type Act,
  actAttrs,
  type Language,
  makeAct,
  makeUnit,
  unitAttrs,
  unitId,
  walkUnits,
} from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { eids } from '#shared/structure/eid.ts'
import {
  act,
  actIn,
  art,
  chapter,
  indent,
  para,
  part,
  point,
  preface,
  sub,
} from '#test/builders/act.ts'

/** What citations name, one a line: words: status targets. */
function cited(text: Act, others: readonly OtherAct[] = []): readonly string[] {
  const names = eids(text)
  const inOthers = new Map(others.map((other) => [other.id, eids(other.act)]))
  return referencesOf(text, others).map(({ text: words, status, targets }) => {
    const units = targets.map(({ act: id, unit }) => {
      const known = id === null ? names : inOthers.get(id)
      return `${id === null ? '' : `${id}:`}${(unit && known?.get(unit)) ?? '-'}`
    })
    return `${words}: ${status} ${units.join(' ')}`
  })
}

const target = art(
  '7',
  'Суд',
  para('1', 'Первая часть.', point('1', 'один;'), point('2', 'два.'), sub('Вторая часть.')),
  para('2', 'Иное:', point('1', 'один;', indent('Второй абзац.'))),
)
const citing = (words: string) => act(target, art('8', 'Ссылки', para('1', words)))

describe('a citation names', () => {
  it('C11: the first part of a unit by the unit, the second by the part in it', () => {
    expect(cited(citing('Части первая и вторая пункта 1 статьи 7.'))).toEqual([
      'Части первая и вторая пункта 1 статьи 7: valid art_7__para_1 art_7__para_1__subpara_nn',
    ])
    expect(cited(citing('Абзац второй подпункта 1) пункта 2 статьи 7.'))).toEqual([
      'Абзац второй подпункта 1) пункта 2 статьи 7: valid art_7__para_2__point_1__al_nn',
    ])
  })

  it('C16: several units where the path leaves it open', () => {
    expect(cited(citing('Подпункт 1) статьи 7.'))).toEqual([
      'Подпункт 1) статьи 7: ambiguous art_7__para_1__point_1 art_7__para_2__point_1',
    ])
  })

  it('C16: a unit that was repealed, or stands in a repealed one', () => {
    const repealed = makeUnit(
      { ...unitAttrs(target), state: 'repealed' },
      { body: [], units: target.children.filter(({ type }) => type === schema.nodes.unit) },
    )
    const text = act(repealed, art('8', '', para('1', 'Статья 7 и пункт 2 статьи 7.')))
    expect(cited(text)).toEqual([
      'Статья 7: repealed art_7',
      'пункт 2 статьи 7: repealed art_7__para_2',
    ])
  })

  it('C17: the inserted unit where there is one, else the range', () => {
    const articles = ['13', '14', '15'].map((label) => art(label, 'Статья'))
    const citation = art('20', '', para('1', 'По статьям 13-15.'))
    expect(cited(act(...articles, citation))).toEqual(['статьям 13-15: valid art_13 art_14 art_15'])
    const inserted = [...articles, art('13-15', 'Вставка'), citation]
    expect(cited(act(...inserted))).toEqual(['статьям 13-15: valid art_13-15'])
  })

  it('C4: what is around the citing unit, and what was cited before', () => {
    const text = act(
      part('I', 'Раздел', chapter('1', 'Глава', art('1', '', para('1', 'Один.')))),
      part(
        'II',
        'Раздел',
        chapter(
          '1',
          'Глава',
          art(
            '2',
            '',
            para('1', 'Глава 1, настоящая глава, предыдущий пункт.'),
            para('2', 'По предыдущему пункту.'),
          ),
          art('3', '', para('1', 'По статье 1; действие указанной статьи кончается.')),
        ),
      ),
    )
    expect(cited(text)).toEqual([
      'Глава 1: valid part_ii__chp_1',
      'настоящая глава: valid part_ii__chp_1',
      'предыдущий пункт: broken -',
      'предыдущему пункту: valid art_2__para_1',
      'статье 1: valid art_1',
      'указанной статьи: valid art_1',
    ])
  })

  it('C4: a small unit without a larger one in the nearest unit that has it', () => {
    expect(
      cited(act(art('9', '', para('1', 'Один.'), para('2', 'См. пункт 1 и подпункт 5).')))),
    ).toEqual(['пункт 1: valid art_9__para_1', 'подпункт 5): broken -'])
  })
})

const other: OtherAct = {
  id: 'criminal',
  names: ['УК'],
  act: makeAct({ id: 'c', language: 'ru', tradition: 'kz', profile: 'code' }, [
    preface('Уголовный кодекс Республики Казахстан'),
    art('3', 'Понятия', para('1', 'Текст.', point('29', 'деяния.'))),
  ]),
}

describe('a citation of another act', () => {
  it('C18: finds it by title in any case, and its units', () => {
    const words =
      'По пункту 29) части первой статьи 3 Уголовного кодекса Республики Казахстан и Уголовному кодексу.'
    expect(cited(citing(words), [other])).toEqual([
      'пункту 29) части первой статьи 3 Уголовного кодекса Республики Казахстан: valid criminal:art_3__para_1__point_29',
      'Уголовному кодексу: valid criminal:-',
    ])
    expect(cited(citing('По статье 3 Гражданского кодекса.'), [other])).toEqual([
      'статье 3 Гражданского кодекса: external Гражданского кодекса:-',
    ])
  })

  it('C18: goes on with the act named last where only its sort is said', () => {
    const words =
      'По Уголовному кодексу Республики Казахстан. Статья 3 указанного Кодекса действует.'
    expect(cited(citing(words), [other]).at(-1)).toBe(
      'Статья 3 указанного Кодекса: valid criminal:art_3',
    )
  })

  it('C19: needs no name in an act that amends it', () => {
    const law = act(
      art(
        '1',
        '',
        'Внести в Уголовный кодекс Республики Казахстан следующие изменения:',
        point('1', 'в пункте 29) части 1 статьи 3 слова исключить;'),
      ),
    )
    expect(cited(law, [other]).at(-1)).toBe(
      'пункте 29) части 1 статьи 3: valid criminal:art_3__para_1__point_29',
    )
  })

  it('C18: is this act where the Constitution calls itself by its name', () => {
    expect(cited(citing('По статье 7 Конституции Республики Казахстан.'))).toEqual([
      'статье 7 Конституции Республики Казахстан: valid art_7',
    ])
  })
})

it('C20: a note cites acts, and neither its own unit nor units that are not there', () => {
  const note = (words: string) => schema.nodes.note.create(null, schema.text(words))
  const unit = makeUnit(
    { id: unitId('x'), kind: 'article', label: '7' },
    {
      body: [
        note(
          'Сноска. Статья 7 с изменениями, внесенными законами РК от 12.01.2007 № 225; от 21.05.2013 № 95-V.',
        ),
        note('Предусматривается дополнить пунктом 9.'),
      ],
    },
  )
  expect(referencesOf(act(unit)).map(({ text, block, status }) => [text, block, status])).toEqual([
    ['законами РК от 12.01.2007 № 225', 0, 'external'],
    ['от 21.05.2013 № 95-V', 0, 'external'],
  ])
})

describe('a place in words', () => {
  const place = (language: Language) => {
    const text = actIn(
      language,
      art('44', '', para('1', 'Words.', point('2', 'Words.'), sub('Part two.'))),
    )
    const ids = [
      'article-44',
      'article-44/paragraph-1/point-2',
      'article-44/paragraph-1/subparagraph-Part-two.',
    ]
    return ids.map((id) => formatPlace(text, unitId(id)))
  }

  it('C8: follows the language', () => {
    expect(place('ru')).toEqual([
      'статья 44',
      'подпункт 2) пункта 1 статьи 44',
      'часть вторая пункта 1 статьи 44',
    ])
    expect(place('kk')).toEqual([
      '44-бап',
      '44-баптың 1-тармағының 2) тармақшасы',
      '44-баптың 1-тармағының екінші бөлігі',
    ])
    expect(place('en')).toEqual([
      'Article 44',
      'subparagraph 2) of paragraph 1 of Article 44',
      'second part of paragraph 1 of Article 44',
    ])
  })

  const texts = [
    ...SAMPLES.map(({ text }) => text),
    ...['ru/edition_2023-01-01_adilet-clean', 'kk/akorda_2022-09-17', 'en/akorda_2022-09-17'].map(
      (name) => readFileSync(`../shared/corpora/kz/constitution/${name}.txt`, 'utf8'),
    ),
  ]

  it('C21: read as a citation names the unit again', () => {
    const lost = texts.flatMap((source) => {
      const text = read(source)
      const places = placesOf(text)
      expect(places.length).toBeGreaterThan(10)
      const asked = makeAct(actAttrs(text), [
        ...text.children,
        makeUnit(
          { id: unitId('asked'), kind: 'article', label: '100000' },
          {
            body: places.map(({ words }) =>
              schema.nodes.paragraph.create(null, schema.text(`— ${words}`)),
            ),
          },
        ),
      ])
      const found = referencesOf(asked).filter(({ from }) => from === 'asked')
      return places
        .filter(({ unit }, block) => {
          const here = found.filter((reference) => reference.block === block)
          return !here.some(({ targets }) => targets.some((one) => one.unit === unit))
        })
        .map(({ words }) => words)
    })
    expect(lost).toEqual([])
  })
})

function read(source: string): Act {
  let id = 0
  return readText(source, { newId: () => `u${id++}` }).act
}

/** Units that are cited through their article, with their places. */
function placesOf(text: Act) {
  const places: { readonly unit: string; readonly words: string }[] = []
  walkUnits(text, (unit, parents) => {
    const path = [...parents, unit]
    const from = path.findIndex((one) => unitAttrs(one).kind === 'article')
    const unnumbered = path.slice(from + 1).some((one) => unitAttrs(one).label === null)
    if (from < 0 || unnumbered) return
    const id = unitAttrs(unit).id
    places.push({ unit: id, words: formatPlace(text, id) })
  })
  return places
}

it('C22: references after an edit equal those of an act read anew', () => {
  let text = read(SAMPLES.find(({ language }) => language === 'ru')?.text ?? '')
  for (let edit = 0; edit < 12; edit++) {
    text = edited(text, edit)
    const anew = Node.fromJSON(schema, text.toJSON())
    expect(referencesOf(text)).toEqual(referencesOf(anew))
  }
})

/** Another label and more words for one numbered unit; all nodes beside it stay the same objects. */
function edited(text: Act, edit: number): Act {
  let at = 0
  const change = (node: Node): Node => {
    const { unit } = schema.nodes
    if (node.type === unit && unitAttrs(node).label !== null && at++ === edit * 3) {
      const words = schema.nodes.paragraph.create(null, schema.text(`По статье ${edit + 1}.`))
      const own = node.children.filter(({ type }) => type !== unit)
      const units = node.children.filter(({ type }) => type === unit)
      return unit.create({ ...node.attrs, label: `${edit + 40}` }, [...own, words, ...units])
    }
    const children = node.children.map((child) => (child.type === unit ? change(child) : child))
    const same = children.every((child, i) => child === node.child(i))
    return same ? node : node.copy(Fragment.from(children))
  }
  return change(text)
}
