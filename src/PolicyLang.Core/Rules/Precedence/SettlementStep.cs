namespace PolicyLang.Rules;

/// <summary>One step in which rules fall: a round of principles, first of law-making rules among themselves, then of rules of
/// conduct.</summary>
/// <param name="Number">Its place, from 0.</param>
/// <param name="LawMaking">Whether law-making rules fall in it.</param>
/// <param name="Round">The round: the place of the principle in the list of each legal order.</param>
internal readonly record struct SettlementStep(int Number, bool LawMaking, int Round);
