namespace PolicyLang.Runtime;

/// <summary>Finds what keeps a case from being decided: values that name nothing, and required facts that are left out.</summary>
internal static class CaseCheck
{
    /// <summary>Attributes whose values name nothing.</summary>
    public static IReadOnlyList<CaseProblem> Unknown(PolicyModel model, Values values)
    {
        List<CaseProblem>? problems = null;
        CaseAttribute[] attributes = model.Case.All;
        foreach (CaseAttribute attribute in attributes)
        {
            if (attribute.Kind != AttributeKind.NodeSet && values[attribute.Slot] < 0)
            {
                (problems ??= []).Add(UnknownValue(attribute, string.Join(", ", CaseModel.ValuesOf(attribute, values))));
            }
        }

        return problems ?? (IReadOnlyList<CaseProblem>)[];
    }

    /// <summary>The required facts that are missing: the date and the action always, any other where the answer rests on it.</summary>
    public static IReadOnlyList<CaseProblem> Missing(PolicyModel model, OutcomeTable outcomes, Values values)
    {
        if (model.Case.HasDateAndAction(values) && outcomes.Decide(model.Case, values) != PolicyOutcome.Undetermined)
        {
            return [];
        }

        long[] all = values.ToArray();
        CaseAttribute[] absent = [.. model.Case.Attributes.Where(a => IsAbsent(a, all))];
        if (absent.Length == 0)
        {
            return [];
        }

        SearchRoom room = model.EnterRoom();
        room.Assumptions.Find(room.Diagram.Build(outcomes, all, IsAbsent, ~(1 << (int)outcomes.Decide(values))));
        bool isKnown = room.Assumptions.IsComplete && room.Diagram.IsComplete;
        CaseProblem[] missing =
            [.. absent.Where(a => CaseModel.IsAlwaysRequired(a) || !isKnown || room.Assumptions.RestsOn(a)).Select(MissingFact)];
        room.Leave(model.FreeRooms);
        return missing;
    }

    private static bool IsAbsent(CaseAttribute attribute, long[] values) => attribute.IsRequired && !CaseModel.IsStated(attribute, values);

    /// <summary>Both.</summary>
    public static IReadOnlyList<CaseProblem> All(PolicyModel model, OutcomeTable outcomes, Values values)
    {
        IReadOnlyList<CaseProblem> unknown = Unknown(model, values);
        return unknown.Count > 0 ? unknown : Missing(model, outcomes, values);
    }

    private static CaseProblem UnknownValue(CaseAttribute attribute, string value) => new(
        CaseProblemKind.UnknownValue,
        attribute.Name,
        attribute.Taxonomy is { } nodes
            ? $"{value} names no {nodes.Name} for '{attribute.Name}'."
            : $"{value} is not a value of '{attribute.Name}'; give a number from 0.");

    private static CaseProblem MissingFact(CaseAttribute attribute) => new(
        CaseProblemKind.Missing, attribute.Name, $"The case does not say its '{attribute.Name}', and the answer rests on it.");
}
