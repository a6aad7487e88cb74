using PolicyLang.Text;

namespace PolicyLang.Syntax;

/// <summary>The force of a sentence of conduct.</summary>
internal enum Modality
{
    May,
    MayOnly,
    Must,
    MustNot,
    NeedNot,
    Should,
    ShouldNot,
}

/// <summary>The force of a law-making sentence, whose subject is <c>parties</c>.</summary>
internal enum LawModality
{
    MustAllow,
    MustProhibit,
    MustRequire,
    MustNotProhibit,
    MustNotRequire,
    MayProhibit,
    MayRequire,
}

/// <summary>What a framework holds.</summary>
internal abstract record FrameworkMemberSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>One clause: a sentence and its modifiers.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="KeywordSpan">The word <c>transfer</c>, <c>sovereignty</c> or <c>norm</c>.</param>
/// <param name="Name">Its name inside the framework.</param>
/// <param name="Title">Its title.</param>
/// <param name="Cites">The article it renders.</param>
/// <param name="Sentence">Null where it is missing or could not be read; already reported.</param>
/// <param name="Modifiers">In source order; broken ones are left out and already reported.</param>
/// <param name="Documentation">Text of its <c>///</c> comments, lines joined with LF.</param>
/// <param name="IsBroken">Whether something in it was reported, so that findings that would follow from it are not.</param>
/// <param name="Span">The clause.</param>
internal sealed record ClauseSyntax(
    ClauseKind Kind,
    TextSpan KeywordSpan,
    NameSyntax Name,
    TextLiteralSyntax? Title,
    TextLiteralSyntax? Cites,
    SentenceSyntax? Sentence,
    ImmutableArray<ModifierSyntax> Modifiers,
    string? Documentation,
    bool IsBroken,
    TextSpan Span) : FrameworkMemberSyntax(Span);

/// <summary>Verbs and object.</summary>
internal sealed record ActSyntax(SetSyntax Verbs, SetSyntax? Object, TextSpan Span) : SyntaxNode(Span);

internal abstract record SentenceSyntax(ActSyntax Act, TextSpan Span) : SyntaxNode(Span);

/// <summary><c>[subject [of places]] modality act</c>.</summary>
internal sealed record ConductSentenceSyntax(
    SetSyntax? Subject, SetSyntax? Of, Modality Modality, TextSpan ModalitySpan, ActSyntax Act, TextSpan Span) : SentenceSyntax(Act, Span);

/// <summary><c>parties must allow [SUBJECT [of PLACES] to] act</c> and its kin.</summary>
/// <param name="Modality">What the law must, must not or may do.</param>
/// <param name="IsSoft">Whether it is written with <c>should</c>.</param>
/// <param name="ModalitySpan">The word <c>parties</c>.</param>
/// <param name="Subject">Of whose conduct it speaks; null for everybody's.</param>
/// <param name="Of">Where these are established, or of which organisation.</param>
/// <param name="Act">Verbs and object.</param>
/// <param name="Span">The sentence.</param>
internal sealed record LawSentenceSyntax(LawModality Modality, bool IsSoft, TextSpan ModalitySpan, SetSyntax? Subject, SetSyntax? Of,
    ActSyntax Act, TextSpan Span) : SentenceSyntax(Act, Span);
