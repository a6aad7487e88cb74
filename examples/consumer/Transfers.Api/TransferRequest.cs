using Transfers.Policies;

namespace Transfers.Api;

/// <summary>A transfer that somebody wants to make. Names are those of the policies; roles and safeguards are lists of names.</summary>
public sealed record TransferRequest
{
    /// <summary>The day of the transfer.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Where the data come from.</summary>
    public required Jurisdiction Origin { get; init; }

    /// <summary>Where they go.</summary>
    public required Jurisdiction Destination { get; init; }

    /// <summary>What kind of data they are.</summary>
    public required Data Data { get; init; }

    /// <summary>What is done; a transfer unless said otherwise. (With init the JSON generator would assign it always, and lose what it is otherwise.)</summary>
    public ActionKind Action { get; set; } = ActionKind.Transfer;

    /// <summary>The roles of whoever sends the data.</summary>
    public Roles Actor { get; set; } = Roles.Exporter;

    /// <summary>Who receives the data.</summary>
    public Role Recipient { get; init; }

    /// <summary>Why.</summary>
    public Purpose Purpose { get; init; }

    /// <summary>What is in place to protect the data.</summary>
    public Safeguards Safeguards { get; init; }

    /// <summary>Whether the persons concerned have consented after being told of the risks.</summary>
    public bool ExplicitConsent { get; init; }

    /// <summary>Whether a US court has issued a warrant for the data.</summary>
    public bool UsWarrant { get; init; }

    /// <summary>Whether the request rests on a treaty.</summary>
    public bool MlatRequest { get; init; }

    /// <summary>The same as a case of the models.</summary>
    public Case ToCase() => new()
    {
        Date = Date, Actor = Actor, Action = Action, Data = Data, Origin = Origin, Destination = Destination, Recipient = Recipient, Purpose = Purpose,
        Safeguards = Safeguards, ExplicitConsent = ExplicitConsent, UsWarrant = UsWarrant, MlatRequest = MlatRequest,
    };
}
