import { describe, expect, it } from 'vitest';
import { csharpDeclarations } from './csharp-declarations.js';
import { parseSymbolName } from './symbol-name.js';

function declared(text: string, name: string): readonly string[] {
  return csharpDeclarations(text, parseSymbolName(name)!).map(({ line, kind }) => `${line} ${kind}`);
}

describe('csharpDeclarations', () => {
  it.each([
    ['public class Order {', 'class'],
    ['[Serializable] internal sealed partial class Order<T> : Base', 'class'],
    ['public interface Order', 'interface'],
    ['public readonly record struct Order(int Id);', 'record'],
    ['record Order(int Id);', 'record'],
    ['public readonly struct Order', 'struct'],
    ['enum Order { A }', 'enum'],
  ])('%s declares a %s', (line, kind) => {
    expect(declared(`namespace Shop;\n\n${line}`, 'Order')).toEqual([`3 ${kind}`]);
  });

  it.each(['// class Order', 'var subclass Order', 'class Orders', 'new Order()', 'where T : Order', 'class My.Order'])(
    '%s does not',
    (line) => {
      expect(declared(line, 'Order')).toEqual([]);
    },
  );

  it('finds methods and properties of a type', () => {
    const text = [
      'public class OrdersController : ControllerBase',
      '{',
      '    public int Total { get; set; }',
      '    [HttpGet("x")] public async Task<IList<Order>> List(int page)',
      '    public override string Name => "orders";',
      '    private readonly Db db = new();',
      '    void Caller() { List(1); return List(2); }',
      '}',
    ].join('\n');
    expect(declared(text, 'OrdersController.Total')).toEqual(['3 property']);
    expect(declared(text, 'OrdersController.List')).toEqual(['4 method']);
    expect(declared(text, 'OrdersController.Name')).toEqual(['5 property']);
    expect(declared(text, 'OrdersController.db')).toEqual(['6 property']);
    expect(declared(text, 'Other.List')).toEqual([]);
  });

  it('skips generated giant lines', () => {
    expect(declared(`${' '.repeat(1_000)}class Order`, 'Order')).toEqual([]);
  });
});
