-- Five models of the first and four of the second evaluation, each against each other, on two axes.
SELECT count(*) = 2 * (5 * 4 + 4 * 3) FROM independence_dominance;

-- No model stands above another of its round under all weights: the intervals overlap.
SELECT count(*) = 0 FROM independence_dominance WHERE is_above;

-- Nobody is compared across rounds or with itself.
SELECT count(*) = 0 FROM independence_dominance
WHERE other_team_id = team_id OR (round_id = 'r1' AND 'motif-technologies' IN (team_id, other_team_id));
