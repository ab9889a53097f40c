// Six questions from very selective to nearly everything. `n` makes no two requests of a run alike.
// sql gives a page in the same order; count, the same as a number. Under the same row security, as the same caller.
/** Near to what is there, as questions are: the vector of some record, and a little beside it. measure.mjs gives the vectors. */
export const known = [];
const vector = n => {
  let state = 1 + n * 2654435761 % 4294967296;
  const next = () => { state ^= state << 13; state >>>= 0; state ^= state >>> 17; state ^= state << 5; state >>>= 0; return state / 4294967296; };
  return known[n % known.length].map(value => Math.round((value + (next() - 0.5) / 16) * 1e5) / 1e5);
};
const day = n => new Date(Date.UTC(2018, 0, 1 + (n * 37) % 2920)).toISOString().slice(0, 10);
const NODE = 'srn metadata { bioSample { species tissue } } features { cellClassifier { label confidence } }';
/** What PostGraphile is asked, where it can be: full text and nearness would be functions that its users write. */
const RECORD = 'srn bioSample { species tissue } cellClassifier { label confidence }';
const SELECT = `SELECT r.srn, m.species, m.tissue, c.label, c.confidence`;
const FROM = `FROM records.records r JOIN metadata.bio_sample_v1 m ON m.record_number = r.number JOIN features.cell_classifier c ON c.record_number = r.number`;
const near = p => `FROM search.vector_expression v JOIN records.records r ON r.number = v.record_number JOIN metadata.bio_sample_v1 m ON m.record_number = v.record_number
  JOIN features.cell_classifier c ON c.record_number = v.record_number WHERE m.species = $2 AND c.confidence > $3`;

export const questions = [
  {
    name: 'q1 very selective', about: 'one day and one species (0.01 %) with confidence > 0.5, by number',
    filter: 'metadata: { bioSample: { collectedOn: { eq: $day }, species: { eq: $species } } } features: { cellClassifier: { confidence: { gt: $over } } }',
    variables: '$day: Date!, $species: String!, $over: Float!', order: '',
    values: n => ({ day: day(n), species: 'Mus musculus', over: 0.5 }),
    where: 'WHERE m.collected_on = $1 AND m.species = $2 AND c.confidence > $3', by: 'ORDER BY r.number',
    binds: v => [v.day, v.species, v.over],
    peer: { root: 'allRecords', variables: '$day: Date!, $species: String!, $over: Float!', order: 'PRIMARY_KEY_ASC', node: RECORD,
      filter: 'bioSample: { collectedOn: { equalTo: $day }, species: { equalTo: $species } }, cellClassifier: { confidence: { greaterThan: $over } }' },
  },
  {
    name: 'q2 full text', about: 'one of a thousand protocols (0.1 %), certified, best match first',
    filter: 'search: { text: { query: $text } } metadata: { bioSample: { certified: { eq: true } } }',
    variables: '$text: String!', order: 'orderBy: [{ search: { rank: { query: $text } } }]',
    values: n => ({ text: `p${(n * 7) % 1000} -n${n}` }),
    from: `FROM (SELECT record_number, score FROM search.scored(websearch_to_tsquery('english', $1))) s JOIN search.documents d ON d.record_number = s.record_number
  JOIN records.records r ON r.number = d.record_number JOIN metadata.bio_sample_v1 m ON m.record_number = r.number JOIN features.cell_classifier c ON c.record_number = r.number`,
    where: 'WHERE m.certified', by: 'ORDER BY s.score DESC, r.number', binds: v => [v.text],
  },
  {
    name: 'q3 some rows', about: 'a gene among nine rows with p < 1e-6 (about 1 %) and a species (20 %), youngest donors first',
    filter: 'metadata: { bioSample: { species: { eq: $species } } } features: { markerGenes: { some: { gene: { eq: $gene }, pValue: { lt: $p } } } }',
    variables: '$species: String!, $gene: String!, $p: Float!', order: 'orderBy: [{ metadata: { bioSample: { donorAge: ASC } } }]',
    values: n => ({ species: 'Homo sapiens', gene: `GENE${40 + (n * 3) % 60}`, p: 1e-6 * (1 + n * 7919 % 100003 / 1e6) }),
    where: 'WHERE m.species = $1 AND EXISTS (SELECT FROM features.marker_genes g WHERE g.record_number = r.number AND g.gene = $2 AND g.p_value < $3)',
    by: 'ORDER BY m.donor_age, r.number', binds: v => [v.species, v.gene, v.p],
    peer: { root: 'allBioSamples', variables: '$species: String!, $gene: String!, $p: Float!', order: '[DONOR_AGE_ASC, RECORD_NUMBER_ASC]', node: `record { ${RECORD} }`,
      filter: 'species: { equalTo: $species }, record: { markerGenes: { some: { gene: { equalTo: $gene }, pValue: { lessThan: $p } } } }' },
  },
  {
    name: 'q4 flagship', about: 'species (20 %), confidence > 0.9 (10 %), most similar first',
    filter: 'metadata: { bioSample: { species: { eq: $species } } } features: { cellClassifier: { confidence: { gt: $over } } }',
    variables: '$species: String!, $over: Float!, $to: Vector!', order: 'orderBy: [{ search: { similarTo: { vector: "expression", to: $to } } }]',
    values: n => ({ species: 'Homo sapiens', over: 0.9, to: vector(n) }), vector: true,
    sql: `${SELECT} ${near()} ORDER BY v.embedding <=> $1::vector, v.record_number LIMIT 21`,
    count: `SELECT count(*) ${near()} AND $1::text IS NOT NULL`,
    binds: v => [JSON.stringify(v.to), v.species, v.over],
  },
  {
    name: 'q5 much', about: 'certified (75 %) and confidence > 0.5 (50 %), the last published first',
    filter: 'metadata: { bioSample: { certified: { eq: true } } } features: { cellClassifier: { confidence: { gt: $over } } }',
    variables: '$over: Float!', order: 'orderBy: [{ publishedAt: DESC }]', values: n => ({ over: 0.5 + n * 7919 % 100003 / 1e6 }),
    where: 'WHERE m.certified AND c.confidence > $1', by: 'ORDER BY r.published_at DESC, r.number', binds: v => [v.over],
    peer: { root: 'allRecords', variables: '$over: Float!', order: '[PUBLISHED_AT_DESC, NUMBER_ASC]', node: RECORD,
      filter: 'bioSample: { certified: { equalTo: true } }, cellClassifier: { confidence: { greaterThan: $over } }' },
  },
  {
    name: 'q6 nearly everything', about: 'not zebrafish (86 %) and confidence > 0.02 (98 %), the surest first',
    filter: 'not: { metadata: { bioSample: { species: { eq: $species } } } } features: { cellClassifier: { confidence: { gt: $over } } }',
    variables: '$species: String!, $over: Float!', order: 'orderBy: [{ features: { cellClassifier: { confidence: DESC } } }]',
    values: n => ({ species: 'Danio rerio', over: 0.02 + n * 7919 % 100003 / 1e7 }),
    where: 'WHERE m.species <> $1 AND c.confidence > $2', by: 'ORDER BY c.confidence DESC, r.number', binds: v => [v.species, v.over],
    peer: { root: 'allCellClassifiers', variables: '$species: String!, $over: Float!', order: '[CONFIDENCE_DESC, RECORD_NUMBER_ASC]', node: `record { ${RECORD} }`,
      filter: 'confidence: { greaterThan: $over }, record: { bioSample: { species: { notEqualTo: $species } } }' },
  },
].map(question => ({
  sql: `${SELECT} ${question.from ?? FROM} ${question.where} ${question.by} LIMIT 21`,
  count: `SELECT count(*) ${question.from ?? FROM} ${question.where}`,
  ...question,
  peerQuery: total => `query (${question.peer.variables}) { answer: ${question.peer.root}(filter: { ${question.peer.filter} }, orderBy: ${question.peer.order}, first: 20) { ${total ? 'totalCount ' : ''}nodes { ${question.peer.node} } pageInfo { hasNextPage } } }`,
  query: total => `query (${question.variables}) { records(filter: { ${question.filter} } ${question.order} first: 20) { ${total ? 'totalCount ' : ''}nodes { ${NODE} } pageInfo { hasNextPage } } }`,
}));
