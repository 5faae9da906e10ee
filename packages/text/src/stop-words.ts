import { stemsOf } from './words-of.js';

const WORDS = `a about above add added adding adds after again all allow allows also an and any are as at avoid be because been before
being between both but by can cannot change changed changes clean cleanup correct could create currently delete did different do does
done down drop each ensure every everywhere feat feature few file files fix fixed fixes fixing follow for from further get gets give had
handle has have here how if implement implementation improve in instead into introduce is issue it its just keep like longer
make makes making may missing more most move must need needs new no nor not now of off on once one only or other our out over own please
prevent proper properly provide refactor remove removed removing rename replace return same set several should show simplify small so some
still such support task than that the their them then there these they this those through to too tweak under until up update updated
updates use used uses using very via want was we were what when where which while who why will with without work works would you your`;

/** Words of the craft of writing tasks; they tell nothing about files. Kept as the stems that are looked up. */
export const STOP_WORDS: ReadonlySet<string> = new Set(stemsOf(WORDS));
