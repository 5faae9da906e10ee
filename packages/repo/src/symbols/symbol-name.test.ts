import { describe, expect, it } from 'vitest';
import { parseSymbolName } from './symbol-name.js';

describe('parseSymbolName', () => {
  it.each([
    ['nullThrows', undefined, 'nullThrows'],
    [' useState() ', undefined, 'useState'],
    ['OrdersController.list', 'OrdersController', 'list'],
    ['OrdersController#list()', 'OrdersController', 'list'],
    ['Shop.Api::Orders', 'Api', 'Orders'],
    ['a.b.c', 'b', 'c'],
    ['$scope', undefined, '$scope'],
    ['größe', undefined, 'größe'],
  ])('%j is owner %j and word %j', (text, owner, word) => {
    expect(parseSymbolName(text)).toEqual({ owner, word });
  });

  it.each(['', '.', 'a.', '.b', 'a-b', 'two words', '3d', 'f(x)', '(?:a+)+', 'a.*'])('%j names nothing', (text) => {
    expect(parseSymbolName(text)).toBeUndefined();
  });
});
