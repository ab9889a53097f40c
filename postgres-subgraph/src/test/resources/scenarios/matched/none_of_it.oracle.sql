SELECT json_build_object('note', json_build_object('totalCount', count(*), 'nodes', json_agg(json_build_object('id', id) ORDER BY id) FILTER (WHERE at <= 5)))
FROM (SELECT id, row_number() OVER (ORDER BY id) AS at FROM note WHERE found IS NULL AND NOT hidden) n
