SELECT json_build_object('sample', json_build_object('groups', json_agg(g))) FROM (
  SELECT json_build_object('species', species, 'tissue', tissue) AS key, json_build_object('count', count(*), 'avg', json_build_object('score', avg(score))) AS aggregate
  FROM sample GROUP BY species, tissue ORDER BY species, tissue
) g
