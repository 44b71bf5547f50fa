import type { Rules } from '../lowering.ts';
import { branchRules } from './branches.ts';
import { declarationRules } from './declarations.ts';
import { expressionRules } from './expressions.ts';
import { functionExpressions, functionStatements } from './functions.ts';
import { literalRules } from './literals.ts';
import { statementRules } from './statements.ts';
import { typeRules } from './types.ts';

export const goRules: Rules = {
  expressions: { ...expressionRules, ...literalRules, ...typeRules, ...functionExpressions },
  statements: { ...statementRules, ...branchRules, ...declarationRules, ...functionStatements },
  targets: {},
  parts: [
    'source_file',
    'import_spec',
    'import_spec_list',
    'dot',
    'const_spec',
    'var_spec',
    'var_spec_list',
    'type_spec',
    'field_declaration_list',
    'field_declaration',
    'parameter_list',
    'parameter_declaration',
    'variadic_parameter_declaration',
    'argument_list',
    'literal_value',
    'literal_element',
    'keyed_element',
    'interpreted_string_literal_content',
    'raw_string_literal_content',
    'escape_sequence',
    'for_clause',
    'range_clause',
    'expression_case',
    'type_case',
    'default_case',
    'communication_case',
    'label_name',
  ],
  dropped: [
    'comment',
    'package_clause',
    'empty_statement',
    // What an interface demands, and what a type parameter may be.
    'method_elem',
    'type_elem',
    'negated_type',
    'type_alias',
    'type_arguments',
    'type_constraint',
    'type_parameter_list',
    'type_parameter_declaration',
  ],
};
